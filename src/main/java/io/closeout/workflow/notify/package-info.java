/** Tells the outbox of tasks: who got one, which group may take one, and that one is done. Nothing happens here while mail is off. */
@NullMarked
package io.closeout.workflow.notify;

import org.jspecify.annotations.NullMarked;
