/**
 * Findings of Amazon Web Services: the Security Finding Format, in which Security Hub collects what many tools find, and Amazon Inspector's
 * own. Resources are assets.
 */
@NullMarked
package io.closeout.intake.parser.aws;

import org.jspecify.annotations.NullMarked;
