/** The engine's own web edges: who is signed in there, and how a refusal or a failure is answered. */
@NullMarked
package io.closeout.workflow.rest;

import org.jspecify.annotations.NullMarked;
