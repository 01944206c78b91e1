/**
 * What people ask for and others decide while the work on an item goes on. What all requests share lies in {@code approval}, each kind
 * in a package of its own. What an approval changes on the item is the register's business.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"shared", "access", "policy", "ledger", "evidence", "register", "threat", "web"})
package io.closeout.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
