/**
 * What people ask for and others decide while the work on an item goes on: so far more time. A request keeps its own state, its
 * decisions are rows that are only added, and whoever asks never decides. It announces
 * {@link io.closeout.review.ExtensionAsked} and {@link io.closeout.review.ExtensionWithdrawn}; whoever runs the approval listens. What an
 * approval changes on the item is the register's business.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"shared", "access", "policy", "ledger", "evidence", "register", "threat", "web"})
package io.closeout.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
