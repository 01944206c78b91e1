package io.closeout.review.vendor;

import java.time.Instant;

/** @param by id of the person who wrote it down */
public record ToldAnswer(CheckIn checkIn, String by, Instant at) {}
