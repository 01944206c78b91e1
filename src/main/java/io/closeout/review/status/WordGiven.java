package io.closeout.review.status;

import io.closeout.register.PoamId;

/** Somebody said how an item stands. Published synchronously in the transaction that stored the word. */
record WordGiven(PoamId item) {}
