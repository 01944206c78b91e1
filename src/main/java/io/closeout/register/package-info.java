/**
 * The POA&amp;M register: items with their milestones, the findings and weaknesses behind them, the assets they stand on.
 * It guards what may follow what in an item's life, appends to the ledger, and announces {@link io.closeout.register.ItemsOpened},
 * {@link io.closeout.register.ItemDatesMoved}, {@link io.closeout.register.RescanJudged}, {@link io.closeout.register.AbsenceProved},
 * {@link io.closeout.register.OwnerAssigned}, {@link io.closeout.register.PathDecided}, {@link io.closeout.register.ItemClosed} and
 * {@link io.closeout.register.AssetExposed} as plain synchronous events. Modules above it limit deadlines, ask for evidence and add to
 * what is told of an item through small interfaces. It knows neither scanner formats nor the process engine.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "access", "policy", "ledger", "evidence", "web"})
package io.closeout.register;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
