/** What everybody finds in Tasklist: the shared filters. */
@NullMarked
package io.closeout.workflow.tasklist;

import org.jspecify.annotations.NullMarked;
