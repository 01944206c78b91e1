/**
 * What the organisation said about tables of its own: which column means what, asked once and remembered with every version. It hands parsers
 * for them to whoever reads a file, and shows what a file would be read as. It reads nothing into the register itself.
 */
@NullMarked
package io.closeout.intake.tables;

import org.jspecify.annotations.NullMarked;
