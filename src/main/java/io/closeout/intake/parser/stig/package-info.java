/** Checklists of DISA STIGs, as STIG Viewer, STIG Manager and others keep them: CKL (XML) and CKLB (JSON). */
@NullMarked
package io.closeout.intake.parser.stig;

import org.jspecify.annotations.NullMarked;
