/** Reports of Checkov. */
@NullMarked
package io.closeout.intake.parser.checkov;

import org.jspecify.annotations.NullMarked;
