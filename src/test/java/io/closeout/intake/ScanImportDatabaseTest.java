package io.closeout.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

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

        /** With the figures of the import before, a large one takes minutes. */
        @Test
        void laterStepsArePlannedByWhatThisScanStaged() {
            lab.imported(aScanOnMarch1().host("web1", 100, 101));
            Scan second = lab.imported(aScanOnMarch1().host("web1", 100, 101, 102));

            assertThat(lab.count("pg_stats where tablename = 'staged_finding' and attname = 'scan_id'"
                            + " and cast(most_common_vals as text) = '{" + second.id() + "}'"))
                    .isEqualTo(1);
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
    class SuppressionsOnH2 extends SuppressionRules {
        SuppressionsOnH2() {
            super(ImportLab.onH2());
        }
    }

    @Nested
    class SuppressionsOnPostgres extends SuppressionRules {
        SuppressionsOnPostgres() {
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

    @Nested
    class HeldImportsOnH2 extends HeldImportRules {
        HeldImportsOnH2() {
            super(ImportLab.onH2());
        }
    }

    @Nested
    class HeldImportsOnPostgres extends HeldImportRules {
        HeldImportsOnPostgres() {
            super(ImportLab.onPostgres());
        }
    }

    @Nested
    class UndoOnH2 extends UndoRules {
        UndoOnH2() {
            super(ImportLab.onH2());
        }
    }

    @Nested
    class UndoOnPostgres extends UndoRules {
        UndoOnPostgres() {
            super(ImportLab.onPostgres());
        }
    }

    @Nested
    class OtherFormatsOnH2 extends OtherFormatRules {
        OtherFormatsOnH2() {
            super(ImportLab.onH2());
        }
    }

    @Nested
    class OtherFormatsOnPostgres extends OtherFormatRules {
        OtherFormatsOnPostgres() {
            super(ImportLab.onPostgres());
        }
    }
}
