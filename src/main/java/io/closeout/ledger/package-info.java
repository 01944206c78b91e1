/**
 * The append-only record of everything that happened: who did what to which subject, through what, when and why, with
 * the fields before and after. Each service appends its events inside the transaction that makes the change. Every
 * event carries a digest, see {@code docs/ledger.md}. Announces nothing, and is not for finding out how things stand
 * now: that is the register.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "access"})
package io.closeout.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
