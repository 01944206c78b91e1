package io.closeout.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.closeout.shared.MigrationPlaceholders;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Fresh databases with our own tables (not the engine's), one per call. Rules that must hold on both are written once:
 *
 * <pre>{@code
 * class LedgerDatabaseTest {
 *
 *     @Nested
 *     class OnH2 extends Rules {
 *         OnH2() {
 *             super(Databases.h2());
 *         }
 *     }
 *
 *     @Nested
 *     class OnPostgres extends Rules {
 *         OnPostgres() {
 *             super(Databases.postgres());
 *         }
 *     }
 *
 *     @TestInstance(PER_CLASS)
 *     abstract static class Rules { … }
 * }
 * }</pre>
 */
public final class Databases {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private Databases() {}

    /** In memory, gone with the JVM. */
    public static Database h2() {
        String url = "jdbc:h2:mem:closeout%d;DB_CLOSE_DELAY=-1".formatted(NUMBER.incrementAndGet());
        DataSource dataSource = pool(url, "sa");
        migrate(dataSource, "H2");
        return new Database("H2", url, "sa", dataSource);
    }

    /** On one real server per JVM, which listens on a free port of the loopback address and stops with the JVM. */
    public static Database postgres() {
        String name = "closeout" + NUMBER.incrementAndGet();
        new JdbcTemplate(Server.INSTANCE.getPostgresDatabase())
                .execute("create database %s template %s".formatted(name, Server.TEMPLATE));
        String url = Server.INSTANCE.getJdbcUrl("postgres", name);
        return new Database("PostgreSQL", url, "postgres", pool(url, "postgres"));
    }

    /** On the same server, without any table: for the whole application, which makes them itself. */
    public static Database emptyPostgres() {
        String name = "empty" + NUMBER.incrementAndGet();
        new JdbcTemplate(Server.INSTANCE.getPostgresDatabase()).execute("create database " + name);
        String url = Server.INSTANCE.getJdbcUrl("postgres", name);
        return new Database("PostgreSQL", url, "postgres", pool(url, "postgres"));
    }

    private static void migrate(DataSource dataSource, String product) {
        // Read as files: on the class path Flyway would find the engine's Java migration as well.
        Flyway.configure()
                .dataSource(dataSource)
                .locations("filesystem:src/main/resources/db/migration")
                .placeholders(MigrationPlaceholders.placeholdersFor(product))
                .load()
                .migrate();
    }

    private static DataSource pool(String url, String user) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setMaximumPoolSize(8);
        config.setMinimumIdle(0);
        config.setIdleTimeout(10_000);
        return new HikariDataSource(config);
    }

    /** Started when the first test asks for it. */
    private static final class Server {

        static final String TEMPLATE = "closeout_template";
        static final EmbeddedPostgres INSTANCE = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("max_connections", "600")
                        .start();
                new JdbcTemplate(server.getPostgresDatabase()).execute("create database " + TEMPLATE);
                migrate(server.getDatabase("postgres", TEMPLATE), "PostgreSQL");
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException("The embedded PostgreSQL did not start", e);
            }
        }
    }
}
