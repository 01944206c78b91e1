package io.closeout.shared;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.springframework.boot.autoconfigure.flyway.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one word in our migrations that H2 and PostgreSQL spell differently: {@code ${binary}}, at most 1 MiB of bytes. */
@Configuration(proxyBeanMethods = false)
public class MigrationPlaceholders {

    /** @param product as the driver names it, such as {@code H2} or {@code PostgreSQL} */
    public static Map<String, String> placeholdersFor(String product) {
        return Map.of("binary", product.equals("PostgreSQL") ? "bytea" : "varbinary(1048576)");
    }

    @Bean
    FlywayConfigurationCustomizer migrationPlaceholdersCustomizer() {
        return configuration -> {
            try (Connection connection = configuration.getDataSource().getConnection()) {
                configuration.placeholders(
                        placeholdersFor(connection.getMetaData().getDatabaseProductName()));
            } catch (SQLException e) {
                throw new IllegalStateException("The database cannot be reached", e);
            }
        };
    }
}
