package io.closeout.register;

import io.closeout.policy.AbsenceRule;

/** A weakness is on no asset any more: a scan proved it absent before a fix was reported, or its assets were retired. Synchronous. */
public record AbsenceProved(PoamId item, AbsenceRule.Outcome outcome) {}
