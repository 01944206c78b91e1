/**
 * Who is acting and what groups they are in: accounts, passwords, API tokens, the organisation and its first set-up.
 * Announces what happened to accounts ({@link io.closeout.access.PersonAdded} and its kin), which the ledger records.
 * It decides nothing about POA&amp;M items, and knows neither pages nor the process engine.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package io.closeout.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
