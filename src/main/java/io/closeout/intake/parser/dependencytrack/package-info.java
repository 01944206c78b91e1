/** Findings of OWASP Dependency-Track in its File Packaging Format. */
@NullMarked
package io.closeout.intake.parser.dependencytrack;

import org.jspecify.annotations.NullMarked;
