/** Reports of Semgrep: of its program, and of the platform's interface. */
@NullMarked
package io.closeout.intake.parser.semgrep;

import org.jspecify.annotations.NullMarked;
