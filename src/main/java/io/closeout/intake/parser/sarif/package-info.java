/**
 * Reads SARIF, the exchange format of static analysis, from version 1.0 to 2.2, whatever tool wrote it. Rules and files may stand
 * behind the results that refer to them, so a file is read twice: for what its runs share, then for the results.
 */
@NullMarked
package io.closeout.intake.parser.sarif;

import org.jspecify.annotations.NullMarked;
