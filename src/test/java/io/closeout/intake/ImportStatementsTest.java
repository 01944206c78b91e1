package io.closeout.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.closeout.testing.Database;
import io.closeout.testing.Databases;
import io.closeout.testing.WatchedDataSource;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** How many statements an import sends to the database; that decides its speed where each one travels through a network. */
class ImportStatementsTest {

    private static final int[] CHECKS = IntStream.range(100, 200).toArray();

    @Nested
    class OnH2 extends Rules {
        OnH2() {
            super(Databases.h2());
        }
    }

    @Nested
    class OnPostgres extends Rules {
        OnPostgres() {
            super(Databases.postgres());
        }
    }

    abstract static class Rules extends ImportRules {

        private final WatchedDataSource database;

        Rules(Database database) {
            this(database, new WatchedDataSource(database.dataSource()));
        }

        private Rules(Database database, WatchedDataSource watched) {
            super(new ImportLab(database.through(watched)));
            this.database = watched;
        }

        /** As many hosts with a hundred findings each. */
        private int statements(int hosts) {
            ScanFile file = aScanOnMarch1();
            IntStream.range(0, hosts).forEach(host -> file.host("web" + host, CHECKS));
            long scan = lab.received(file.text());
            database.dropNothing();
            Scan done = lab.run(scan);
            int statements = database.statements();
            assertThat(done.state()).isEqualTo(ScanState.DONE);
            assertThat(done.counts().findings()).isEqualTo(hosts * CHECKS.length);
            return statements;
        }

        @BeforeEach
        void setUp() {
            // Looked up again and again until there is one.
            lab.jdbc
                    .sql("insert into organization (id, name, zone) values (1, 'Halyard', 'UTC')")
                    .update();
        }

        @Test
        void aThousandFindings() {
            assertThat(statements(10)).as("new").isLessThanOrEqualTo(450);
            assertThat(statements(10)).as("seen again").isLessThanOrEqualTo(405);
        }

        @Test
        void aThousandMoreOfTheSameWeaknesses() {
            int thousand = statements(10);
            lab.begin();
            setUp();
            assertThat(statements(20) - thousand).isLessThanOrEqualTo(80);
        }
    }
}
