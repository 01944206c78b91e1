/** Reads feed files as streams, whatever they hold: nothing here trusts a file, and nothing here keeps one. */
@NullMarked
package io.closeout.threat.reading;

import org.jspecify.annotations.NullMarked;
