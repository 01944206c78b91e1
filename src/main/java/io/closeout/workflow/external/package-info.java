/** Works external tasks: long work that a killed node must not lose. */
@NullMarked
package io.closeout.workflow.external;

import org.jspecify.annotations.NullMarked;
