package io.closeout.reporting;

import io.closeout.access.Organization;
import io.closeout.access.PolicyCalendar;
import io.closeout.access.WebAddress;
import io.closeout.ledger.Ledger;
import io.closeout.register.Scopes;
import io.closeout.reporting.excel.PoamWorkbooks;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** The module with all that it asks for, on a database, without the rest of the program. */
public final class ReportingBeans {

    private ReportingBeans() {}

    public static AnnotationConfigApplicationContext on(DataSource dataSource, Clock clock) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.registerBean(DataSource.class, () -> dataSource);
        context.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(dataSource));
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(dataSource));
        context.registerBean(JdbcTransactionManager.class, () -> new JdbcTransactionManager(dataSource));
        context.registerBean(Clock.class, () -> clock);
        context.register(
                Transactions.class,
                WebAddress.class,
                Organization.class,
                PolicyCalendar.class,
                Scopes.class,
                Ledger.class,
                ItemsInRange.class,
                ItemDetails.class,
                PoamRows.class,
                PoamWorkbooks.class);
        context.refresh();
        return context;
    }

    @Configuration(proxyBeanMethods = false)
    @EnableTransactionManagement(proxyTargetClass = true)
    static class Transactions {}
}
