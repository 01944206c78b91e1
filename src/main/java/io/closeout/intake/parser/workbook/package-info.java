/**
 * Workbooks of spreadsheet programs (.xlsx), read as the tables that are their sheets. Cells are read as they stand: values of formulas as they
 * were when the file was saved, days as {@code 2026-11-20}. Nothing is calculated, fetched or run.
 */
@NullMarked
@NamedInterface("parser-workbook")
package io.closeout.intake.parser.workbook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
