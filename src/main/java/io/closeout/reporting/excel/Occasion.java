package io.closeout.reporting.excel;

import io.closeout.ledger.LedgerEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * From when and of what a workbook speaks.
 *
 * @param scope the scope's name; "All scopes" if none was named
 * @param lastEvent of the ledger before the export; {@code null} if the ledger is empty
 */
record Occasion(
        String company,
        String scope,
        Instant now,
        ZoneId zone,
        @Nullable LedgerEvent lastEvent) {

    private static final DateTimeFormatter TO_THE_MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    LocalDate date() {
        return now.atZone(zone).toLocalDate();
    }

    String generatedAt() {
        return TO_THE_MINUTE.format(now.atZone(zone)) + " " + zone.getId() + " ("
                + TO_THE_MINUTE.format(now.atZone(ZoneOffset.UTC)) + " UTC)";
    }

    String ledgerPosition() {
        return lastEvent == null
                ? "No event yet"
                : "Event " + lastEvent.id() + " of " + lastEvent.occurredAt() + ", digest " + lastEvent.digest();
    }
}
