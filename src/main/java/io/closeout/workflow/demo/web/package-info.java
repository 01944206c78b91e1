/** What the demo adds to the pages: the tour's second scan as a download. */
@NullMarked
package io.closeout.workflow.demo.web;

import org.jspecify.annotations.NullMarked;
