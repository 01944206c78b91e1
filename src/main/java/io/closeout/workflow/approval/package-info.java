/** What the processes of all requests share: their start, their end when the item closes, and the step that a decision is. */
@NullMarked
package io.closeout.workflow.approval;

import org.jspecify.annotations.NullMarked;
