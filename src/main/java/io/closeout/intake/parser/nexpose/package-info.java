/** Reports of Rapid7 Nexpose and InsightVM, full and simple. */
@NullMarked
package io.closeout.intake.parser.nexpose;

import org.jspecify.annotations.NullMarked;
