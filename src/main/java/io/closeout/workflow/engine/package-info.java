/** How the engine is set up: after the database, on our history level, with our refusals; and what happens at a start before the first job runs. */
@NullMarked
package io.closeout.workflow.engine;

import org.jspecify.annotations.NullMarked;
