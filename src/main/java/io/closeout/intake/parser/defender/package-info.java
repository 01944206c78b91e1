/** What Microsoft Defender for Endpoint answers about vulnerable software and machines. */
@NullMarked
package io.closeout.intake.parser.defender;

import org.jspecify.annotations.NullMarked;
