/** Reports of Nikto as XML and JSON. */
@NullMarked
package io.closeout.intake.parser.nikto;

import org.jspecify.annotations.NullMarked;
