/** The shipped and the analysts' models: what is deployed at a start, and what a model must hold to be accepted. */
@NullMarked
package io.closeout.workflow.models;

import org.jspecify.annotations.NullMarked;
