/** Tenable's files: the XML report of Nessus and the tables of all its products, which share plugin ids and so the identity of findings. */
@NullMarked
package io.closeout.intake.parser.tenable;

import org.jspecify.annotations.NullMarked;
