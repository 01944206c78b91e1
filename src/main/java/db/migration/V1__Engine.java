package db.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/**
 * Makes the engine's tables with the engine's own scripts. The engine itself never changes its schema: two nodes that
 * start on an empty database would race.
 */
public class V1__Engine extends BaseJavaMigration {

    private static final List<String> PARTS = List.of(
            "engine", "history", "identity", "case.engine", "case.history", "decision.engine", "decision.history");

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        String product = connection.getMetaData().getDatabaseProductName().equals("PostgreSQL") ? "postgres" : "h2";
        PARTS.forEach(part -> run(connection, product, part));
        try (var statement = connection.createStatement()) {
            // The shipped schema has none: with 100,000 waiting timers each acquisition would scan the table.
            statement.execute("create index closeout_idx_job_duedate on act_ru_job(duedate_)");
        }
    }

    private static void run(Connection connection, String product, String part) {
        String script = "org/camunda/bpm/engine/db/create/activiti.%s.create.%s.sql".formatted(product, part);
        ScriptUtils.executeSqlScript(connection, new EncodedResource(new ClassPathResource(script)));
    }
}
