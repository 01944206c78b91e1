/**
 * The process {@code remediatePoamItem}: its steps, which read the item id, call one service of the register and write the answer;
 * what its forms show; and the listener that turns the register's events into messages.
 */
@NullMarked
package io.closeout.workflow.item;

import org.jspecify.annotations.NullMarked;
