/**
 * What all requests have in common whose approval takes signatures: one of a kind is open for an item at a time, the ISSM decides
 * first and leadership where the rule says so, whoever asked or owns the item never decides, and a signature is a row that is only
 * added. It announces {@link io.closeout.review.approval.RequestAsked}, {@link io.closeout.review.approval.RequestWithdrawn} and
 * {@link io.closeout.review.approval.RequestDecided}; whoever runs the approval, and whoever tells people, listens.
 */
@NullMarked
@NamedInterface("approval")
package io.closeout.review.approval;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
