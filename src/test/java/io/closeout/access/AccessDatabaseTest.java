package io.closeout.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What the tables themselves refuse. */
class AccessDatabaseTest {

    private static final String PERSON =
            "insert into person (id, name, enabled, created_at, access_changed_at) values (?, 'N', true, now(), now())";

    private JdbcClient jdbc;

    @BeforeEach
    void migrate() {
        DriverManagerDataSource database =
                new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        Flyway.configure()
                .dataSource(database)
                .locations("filesystem:src/main/resources/db/migration")
                .target("2")
                .load()
                .migrate();
        jdbc = JdbcClient.create(database);
    }

    @Test
    void knowsOneOrganizationOnly() {
        String insert = "insert into organization (id, name, zone) values (?, 'Halyard', 'UTC')";
        jdbc.sql(insert).param(1).update();
        assertThatThrownBy(() -> jdbc.sql(insert).param(1).update())
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> jdbc.sql(insert).param(2).update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void keepsIdsInSmallLetters() {
        assertThat(jdbc.sql(PERSON).param("it").update()).isOne();
        assertThatThrownBy(() -> jdbc.sql(PERSON).param("It").update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void knowsTheSixGroupsOnly() {
        jdbc.sql(PERSON).param("it").update();
        String insert = "insert into membership (person_id, group_id) values ('it', ?)";
        for (Group group : Group.values()) {
            assertThat(jdbc.sql(insert).param(group.id()).update()).isOne();
        }
        assertThatThrownBy(() -> jdbc.sql(insert).param("root").update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void neverLosesAPersonWithAHistory() {
        jdbc.sql(PERSON).param("it").update();
        jdbc.sql("insert into membership (person_id, group_id) values ('it', 'issm')")
                .update();
        assertThatThrownBy(() -> jdbc.sql("delete from person").update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }
}
