/** Requests as pages and as the API: asking, and what became of it. Decisions are made in the task list. */
@NullMarked
package io.closeout.review.web;

import org.jspecify.annotations.NullMarked;
