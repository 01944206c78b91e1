package io.closeout.review.acceptance;

import io.closeout.register.PoamId;

/** An acceptance is not in force any more. Published synchronously in the transaction that ended it. */
public record AcceptanceEnded(long requestId, PoamId item, EndedHow how, String why) {}
