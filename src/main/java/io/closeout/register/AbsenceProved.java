package io.closeout.register;

import io.closeout.policy.AbsenceRule;

/** A scan proved a weakness absent on all its assets before anybody reported a fix. Published synchronously. */
public record AbsenceProved(PoamId item, AbsenceRule.Outcome outcome) {}
