/**
 * What people found: entries of audits, assessments, penetration tests and incidents. Each opens an item with weakness and findings of
 * the family {@code manual}, which no scan speaks of and none closes. An entry is reported once in a scope.
 */
@NullMarked
package io.closeout.intake.byhand;

import org.jspecify.annotations.NullMarked;
