/**
 * Accepted risks: what is asked for, who signs it on what terms, and what becomes of it while it is in force: looked at again in time
 * and when something material changes, renewed, expired, or ended because the weakness is gone. What its approvers saw is kept with a
 * digest. It announces {@link io.closeout.review.acceptance.ReviewNeeded} and {@link io.closeout.review.acceptance.AcceptanceEnded};
 * that the item leaves its way and returns to it is the register's business.
 */
@NullMarked
@NamedInterface("acceptance")
package io.closeout.review.acceptance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
