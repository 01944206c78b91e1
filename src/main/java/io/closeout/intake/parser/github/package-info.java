/** Alerts of GitHub: of Dependabot, by both of its interfaces, and of code scanning. */
@NullMarked
package io.closeout.intake.parser.github;

import org.jspecify.annotations.NullMarked;
