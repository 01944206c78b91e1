package io.closeout.testing;

import javax.sql.DataSource;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.AnnotationTransactionAttributeSource;
import org.springframework.transaction.interceptor.TransactionInterceptor;
import org.springframework.transaction.support.TransactionTemplate;

/** A migrated database and what a service needs to work on it without a Spring context. No password. */
public record Database(String name, String url, String user, DataSource dataSource) {

    /** The same one through another door. */
    public Database through(DataSource other) {
        return new Database(name, url, user, other);
    }

    public JdbcTemplate jdbcTemplate() {
        return new JdbcTemplate(dataSource);
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(dataSource);
    }

    public PlatformTransactionManager transactionManager() {
        return new JdbcTransactionManager(dataSource);
    }

    public TransactionTemplate transactions() {
        return new TransactionTemplate(transactionManager());
    }

    /** The service as Spring would hand it out: what its {@code @Transactional} says holds. */
    @SuppressWarnings("unchecked")
    public <T> T transactional(T service) {
        ProxyFactory proxy = new ProxyFactory(service);
        proxy.setProxyTargetClass(true);
        proxy.addAdvice(new TransactionInterceptor(transactionManager(), new AnnotationTransactionAttributeSource()));
        return (T) proxy.getProxy();
    }

    @Override
    public String toString() {
        return name;
    }
}
