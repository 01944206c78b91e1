package io.closeout.policy;

import java.time.LocalDate;

/**
 * A word that is due to somebody about an item.
 *
 * @param kind the table's word, such as {@code reminder}, {@code overdue}, {@code escalation}
 * @param date the day on which it is due; in the past if it was missed
 * @param audience {@code owner}, {@code ownerGroup}, {@code issm} or {@code leadership}
 */
public record Notice(String kind, LocalDate date, String audience) {}
