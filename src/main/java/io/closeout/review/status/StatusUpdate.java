package io.closeout.review.status;

import io.closeout.register.PoamId;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A word as it was given.
 *
 * @param givenBy id of the person
 * @param givenOn the day in the policy's zone, from which the next word is counted
 */
public record StatusUpdate(long id, PoamId item, StatusWord word, String givenBy, LocalDate givenOn, Instant givenAt) {}
