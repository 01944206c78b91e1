/**
 * What an assessor or a contracting officer asks for, read from the register at any moment: the POA&amp;M workbook and
 * its siblings, and the page from which people fetch them. It reads rows as they stand and changes nothing; each export
 * is recorded in the ledger. Announces nothing, and is not for the lists that people work with: those are the register's.
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
            "review",
            "review :: period",
            "review :: status",
            "web"
        })
package io.closeout.reporting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
