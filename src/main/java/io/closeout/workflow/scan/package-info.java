/** The process {@code importScan}: starts it when a scan was received, and does its three long steps as external work. */
@NullMarked
package io.closeout.workflow.scan;

import org.jspecify.annotations.NullMarked;
