/**
 * The process {@code acceptRisk}: the steps that its decisions, re-reviews, renewal and expiry are, its dates, what its forms show, and
 * the listener that turns the events of acceptances into messages and notices.
 */
@NullMarked
package io.closeout.workflow.acceptance;

import org.jspecify.annotations.NullMarked;
