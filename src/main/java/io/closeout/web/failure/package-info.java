/**
 * How things that went wrong are told: a page to people, a problem document (RFC 9457) to programs, both with plain
 * words, and for the unexpected only a number under which the log has the rest.
 */
@NullMarked
package io.closeout.web.failure;

import org.jspecify.annotations.NullMarked;
