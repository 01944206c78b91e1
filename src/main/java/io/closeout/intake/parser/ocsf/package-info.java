/** Findings in the Open Cybersecurity Schema Framework, as Prowler since version 4, Security Hub and Security Lake write them. */
@NullMarked
package io.closeout.intake.parser.ocsf;

import org.jspecify.annotations.NullMarked;
