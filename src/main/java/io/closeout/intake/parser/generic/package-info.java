/** Lists of findings that no scanner wrote: tables and JSON with the usual names of columns. */
@NullMarked
package io.closeout.intake.parser.generic;

import org.jspecify.annotations.NullMarked;
