/** More time: what is asked for, who grants it by the table, and what it moves. */
@NullMarked
@NamedInterface("extension")
package io.closeout.review.extension;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
