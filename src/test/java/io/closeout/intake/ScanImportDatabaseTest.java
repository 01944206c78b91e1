package io.closeout.intake;

import org.junit.jupiter.api.Nested;

/** Every rule of the import on both databases. */
class ScanImportDatabaseTest {

    @Nested
    class OnH2 extends ScanImportRules {
        OnH2() {
            super(ImportLab.onH2());
        }
    }

    @Nested
    class OnPostgres extends ScanImportRules {
        OnPostgres() {
            super(ImportLab.onPostgres());
        }
    }

    @Nested
    class RescansOnH2 extends RescanRules {
        RescansOnH2() {
            super(ImportLab.onH2());
        }
    }

    @Nested
    class RescansOnPostgres extends RescanRules {
        RescansOnPostgres() {
            super(ImportLab.onPostgres());
        }
    }

    @Nested
    class CoverageOnH2 extends CoverageRules {
        CoverageOnH2() {
            super(ImportLab.onH2());
        }
    }

    @Nested
    class CoverageOnPostgres extends CoverageRules {
        CoverageOnPostgres() {
            super(ImportLab.onPostgres());
        }
    }
}
