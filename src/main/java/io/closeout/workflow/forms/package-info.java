/** Fills task forms from the register and hands what a person submits to the step, without keeping it in the process. */
@NullMarked
package io.closeout.workflow.forms;

import org.jspecify.annotations.NullMarked;
