/** What nobody may do with the engine, whatever a model, a filter or a request says. Each guard has its regression test. */
@NullMarked
package io.closeout.workflow.guard;

import org.jspecify.annotations.NullMarked;
