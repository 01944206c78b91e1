/** Reports of Clair's clients. */
@NullMarked
package io.closeout.intake.parser.clair;

import org.jspecify.annotations.NullMarked;
