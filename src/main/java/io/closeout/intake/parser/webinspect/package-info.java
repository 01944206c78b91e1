/** The XML report of Fortify WebInspect (Micro Focus, OpenText): sessions with the issues that were found in them. */
@NullMarked
package io.closeout.intake.parser.webinspect;

import org.jspecify.annotations.NullMarked;
