/** Reports of {@code npm audit}, {@code pnpm audit} and {@code yarn audit}, which share a database and its ids. */
@NullMarked
package io.closeout.intake.parser.npm;

import org.jspecify.annotations.NullMarked;
