/** Reports of Trivy, of all its targets and layouts, and those that Trivy's operator keeps in a cluster. */
@NullMarked
package io.closeout.intake.parser.trivy;

import org.jspecify.annotations.NullMarked;
