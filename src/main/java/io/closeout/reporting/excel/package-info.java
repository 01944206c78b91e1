/**
 * The POA&amp;M as an Excel workbook: columns, cells, sheets and print set-up. Everything streams, and text stays text.
 */
@NullMarked
@NamedInterface("excel")
package io.closeout.reporting.excel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
