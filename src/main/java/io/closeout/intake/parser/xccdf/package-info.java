/** Results of SCAP scanners in XCCDF: alone, in their benchmark, or in a collection of asset reports (ARF). */
@NullMarked
package io.closeout.intake.parser.xccdf;

import org.jspecify.annotations.NullMarked;
