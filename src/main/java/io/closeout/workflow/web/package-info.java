/** What the process engine adds to the pages: a person's tasks, and where an item stands in its process. */
@NullMarked
package io.closeout.workflow.web;

import org.jspecify.annotations.NullMarked;
