/** Draws BPMN models as SVG on the server, from their own layout: for pages, print and offline packages, without a script. */
@NullMarked
package io.closeout.workflow.diagram;

import org.jspecify.annotations.NullMarked;
