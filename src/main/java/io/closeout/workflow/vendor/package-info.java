/**
 * The process {@code followVendor}: one instance per extension that waits for a vendor's fix. The step that a check-in is, the dates
 * of its task, what its form shows, and the listener that starts and moves it.
 */
@NullMarked
package io.closeout.workflow.vendor;

import org.jspecify.annotations.NullMarked;
