/** What the process engine adds to the pages: a person's tasks, where an item stands in its process, and the models. */
@NullMarked
package io.closeout.workflow.web;

import org.jspecify.annotations.NullMarked;
