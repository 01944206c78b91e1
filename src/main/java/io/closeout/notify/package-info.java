/**
 * Words to people: what was told to whom about what, once per subject, kind and day. Shows them on the home page and, where a mail
 * server is set, mails them: the {@link io.closeout.notify.Outbox} takes them in the transaction of what happened, the sender does the
 * rest. It decides neither when to tell nor what is urgent (tables do), nor how an item moves on.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "access", "policy", "ledger", "register", "web"})
package io.closeout.notify;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
