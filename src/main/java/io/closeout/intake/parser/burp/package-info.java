/** Reports of Burp Suite (Professional, DAST and formerly Enterprise) and of Dastardly. */
@NullMarked
package io.closeout.intake.parser.burp;

import org.jspecify.annotations.NullMarked;
