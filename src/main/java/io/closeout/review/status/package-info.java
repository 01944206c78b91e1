/**
 * How items stand, in the words of their owners, and the rounds in which they are asked. A round is one question to one owner about all
 * of their items that are due for a word; which those are is read anew each time, so that it follows the items. It announces
 * {@link io.closeout.review.status.CollectionPlanned}, {@link io.closeout.review.status.RoundOpened} and
 * {@link io.closeout.review.status.NothingLeftToSay}; whoever asks the people listens.
 */
@NullMarked
@NamedInterface("status")
package io.closeout.review.status;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
