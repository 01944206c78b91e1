/**
 * Rules as pure functions and decision tables: ratings, priorities, deadlines, approvers, notices, what a plan must hold. Tables are
 * DMN that an analyst may change; they return words and numbers, and Java makes dates of them. Announces nothing and stores nothing.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "access"})
package io.closeout.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
