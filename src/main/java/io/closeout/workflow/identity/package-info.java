/** Shows our people and groups to the engine, which never stores or changes them. */
@NullMarked
package io.closeout.workflow.identity;

import org.jspecify.annotations.NullMarked;
