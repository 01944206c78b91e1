/** Reports of OWASP Dependency-Check, as XML and as JSON. */
@NullMarked
package io.closeout.intake.parser.dependencycheck;

import org.jspecify.annotations.NullMarked;
