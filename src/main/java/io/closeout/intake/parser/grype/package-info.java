/** Reports of Grype. */
@NullMarked
package io.closeout.intake.parser.grype;

import org.jspecify.annotations.NullMarked;
