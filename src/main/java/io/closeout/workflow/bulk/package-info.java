/** The same work on many items: each is done as if it were done alone, in a transaction of its own, by the same rules. */
@NullMarked
package io.closeout.workflow.bulk;

import org.jspecify.annotations.NullMarked;
