/**
 * Words to people: what was told to whom about what, once per subject, kind and day. Shows them on the home page. It decides
 * neither when to tell (the notices table does) nor how an item moves on.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "access", "policy", "ledger", "register", "web"})
package io.closeout.notify;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
