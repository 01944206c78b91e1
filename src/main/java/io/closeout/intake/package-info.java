/**
 * Scan files in, findings out; and what people found, written into a form. Takes a file, reads it as a stream into staging, compares it with the register by set-based SQL,
 * and commits in batches that survive a kill at any moment. It announces {@link io.closeout.intake.ScanReceived}; whoever
 * runs the steps calls {@link io.closeout.intake.ScanReading}, {@link io.closeout.intake.ScanComparison} and
 * {@link io.closeout.intake.ScanCommit}, each of which may be called again after a failure. It does not decide what an item may become.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"shared", "access", "policy", "ledger", "evidence", "register", "assessment", "web"})
package io.closeout.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
