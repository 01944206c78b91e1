/** XML of the port scanner Nmap and of its scripts. */
@NullMarked
package io.closeout.intake.parser.nmap;

import org.jspecify.annotations.NullMarked;
