/**
 * Results of Fortify: the project file (FPR) of the analyzer with what people decided in it, the report of ReportGenerator, and the list
 * of Software Security Center. A kind of issue is known by its category, which all of them name.
 */
@NullMarked
package io.closeout.intake.parser.fortify;

import org.jspecify.annotations.NullMarked;
