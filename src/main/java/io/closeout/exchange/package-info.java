/**
 * POA&amp;M workbooks that come in: those of others become items with their dates and history, our own that were edited
 * come back as a merge. What would become of each row is always shown before anything changes. What may change on an item is
 * the register's business, and more time is asked for as on the page.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "access",
            "policy",
            "ledger",
            "evidence",
            "register",
            "intake",
            "intake :: parser",
            "intake :: parser-registry",
            "intake :: parser-workbook",
            "review",
            "review :: extension",
            "reporting",
            "reporting :: excel",
            "web"
        })
package io.closeout.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
