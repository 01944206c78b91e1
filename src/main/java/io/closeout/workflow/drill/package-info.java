/**
 * The fire drill: the program itself on a throw-away database, lived through thirteen months by people who are played, to see
 * whether every clock of the models rings. Its beans exist in the profile {@code drill} only, which nothing but its command line
 * chooses. What must happen is reckoned here from the tables' rows, never by the code that makes it happen.
 */
@NullMarked
@NamedInterface("drill")
package io.closeout.workflow.drill;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
