/**
 * Reports of Veracode: of its platform (static, dynamic and composition analysis as one), of the pipeline scan, and of the agent for
 * software composition analysis. The first two identify a flaw by its CWE, which is all that each of their files names.
 */
@NullMarked
package io.closeout.intake.parser.veracode;

import org.jspecify.annotations.NullMarked;
