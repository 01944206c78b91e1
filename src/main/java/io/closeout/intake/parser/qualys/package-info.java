/**
 * Reports of Qualys: scan results and asset reports of VM as XML, tables of VM, VMDR and PCI, and reports of Web Application
 * Scanning. All of them name a check by its QID, so a finding is the same whichever file brings it.
 */
@NullMarked
package io.closeout.intake.parser.qualys;

import org.jspecify.annotations.NullMarked;
