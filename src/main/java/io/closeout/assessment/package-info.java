/**
 * The CMMC Level 2 assessment of a scope and the status that follows from it: the 110 requirements with their results and points, what may
 * stand on a Conditional POA&amp;M, the 180 days of a Conditional status, its closeout and the affirmations. A requirement not met opens
 * an item of the register, which is worked like any other; a closed item makes nothing MET. It announces
 * {@link io.closeout.assessment.StatusRecorded}, {@link io.closeout.assessment.StatusDatesMoved} and
 * {@link io.closeout.assessment.StatusWithdrawn}; whoever runs the clock listens. Planning and fixing are not its business.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "access", "web", "policy", "ledger", "evidence", "register"})
package io.closeout.assessment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
