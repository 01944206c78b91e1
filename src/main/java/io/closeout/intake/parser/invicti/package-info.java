/**
 * Reports of Invicti, formerly Netsparker, and of Acunetix 360, which is the same service under another name. Sites are assets, pages are
 * locations, the type of an issue is the check.
 */
@NullMarked
package io.closeout.intake.parser.invicti;

import org.jspecify.annotations.NullMarked;
