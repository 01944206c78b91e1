package io.closeout.intake;

import java.sql.DatabaseMetaData;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;

/**
 * PostgreSQL plans by statistics that it renews about once a minute. What they say of staging is the import before: to them the
 * scan at hand has no rows, and a join of 25,000 staged results with themselves was seen to take 72 seconds.
 * H2 keeps its own while rows are written.
 */
@Component
class StagingStatistics {

    private final JdbcClient jdbc;
    private final boolean renewed;

    StagingStatistics(JdbcClient jdbc, DataSource dataSource) throws MetaDataAccessException {
        this.jdbc = jdbc;
        this.renewed = JdbcUtils.extractDatabaseMetaData(dataSource, DatabaseMetaData::getDatabaseProductName)
                .equals("PostgreSQL");
    }

    /** Wanted whenever a step filled a column by which the next one joins. Needs no transaction, and may run in one. */
    void renew() {
        if (renewed) {
            jdbc.sql("analyze scan_host, staged_check, staged_finding, staged_item, staged_absence")
                    .update();
        }
    }
}
