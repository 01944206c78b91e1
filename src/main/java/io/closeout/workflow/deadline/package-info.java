/** A new version of a table that sets deadlines reaches the items that are open: their deadlines get shorter by it, never longer. */
@NullMarked
package io.closeout.workflow.deadline;

import org.jspecify.annotations.NullMarked;
