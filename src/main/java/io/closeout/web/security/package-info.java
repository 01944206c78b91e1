/**
 * The four security filter chains (engine REST, API, engine webapps, pages) and what stands in them: bearer tokens, the
 * limits of a session, the wall before the set-up. What groups may do is decided where it is done, not here.
 */
@NullMarked
package io.closeout.web.security;

import org.jspecify.annotations.NullMarked;
