/**
 * What is known of attacks: CISA's catalogue of known exploited vulnerabilities with all that it ever said, EPSS scores, and SSVC decision
 * points. It takes such files from people, programs and a scheduled download, limits the deadlines of the items that they concern, asks
 * for a forensic report where BOD 26-04 does, and looks at open items again when what is known changes. It announces
 * {@link io.closeout.threat.ThreatsChanged}; a deadline that moves is announced by the register.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "access", "policy", "ledger", "evidence", "register", "web"})
package io.closeout.threat;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
