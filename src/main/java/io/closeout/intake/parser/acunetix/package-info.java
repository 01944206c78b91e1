/** The XML report of Acunetix on premises; that of Acunetix 360 is read with Invicti's. */
@NullMarked
package io.closeout.intake.parser.acunetix;

import org.jspecify.annotations.NullMarked;
