/** Results of ProjectDiscovery's Nuclei, as JSON lines or as one array. */
@NullMarked
package io.closeout.intake.parser.nuclei;

import org.jspecify.annotations.NullMarked;
