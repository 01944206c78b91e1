package io.closeout.testing;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Counts the statements that go to a database, a batch as one, and drops the connection of a chosen one: what its transaction did is
 * lost, and the statement fails.
 */
public final class WatchedDataSource extends DelegatingDataSource {

    private final AtomicInteger statements = new AtomicInteger();
    private volatile int dropped = Integer.MAX_VALUE;

    public WatchedDataSource(DataSource watched) {
        super(watched);
    }

    /** Counts from here on. */
    public void dropAt(int statement) {
        statements.set(0);
        dropped = statement;
    }

    public void dropNothing() {
        dropAt(Integer.MAX_VALUE);
    }

    /** Since the last call of {@link #dropAt} or {@link #dropNothing}. */
    public int statements() {
        return statements.get();
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        return proxy(
                Connection.class,
                (self, method, arguments) -> method.getName().equals("prepareStatement")
                        ? watched(PreparedStatement.class, connection, invoke(connection, method, arguments))
                        : method.getName().equals("createStatement")
                                ? watched(Statement.class, connection, invoke(connection, method, arguments))
                                : invoke(connection, method, arguments));
    }

    private <T extends Statement> T watched(Class<T> type, Connection connection, @Nullable Object statement) {
        return proxy(type, (self, method, arguments) -> {
            if (method.getName().startsWith("execute") && statements.incrementAndGet() == dropped) {
                connection.unwrap(Connection.class).close();
            }
            return invoke(statement, method, arguments);
        });
    }

    private static @Nullable Object invoke(@Nullable Object target, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getTargetException();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
