package dev.rehearsal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts the statements that a thread sends to the database: a batch is one, as it takes one round trip. */
public final class CountedStatements {

    /** Stands among the statements where a transaction ends. */
    private static final String COMMIT = "commit";

    private static final ThreadLocal<@Nullable List<String>> SENT = new ThreadLocal<>();

    private CountedStatements() {}

    /** Everything that this work sends to the database, in order. */
    public static List<String> during(Runnable work) {
        List<String> sent = new ArrayList<>();
        SENT.set(sent);
        try {
            work.run();
        } finally {
            SENT.remove();
        }
        return sent.stream().filter(sql -> !sql.equals(COMMIT)).toList();
    }

    /** What this work sends while it holds the write lock, the statement that takes the lock included. */
    public static List<String> underLock(Runnable work) {
        List<String> sent = new ArrayList<>();
        SENT.set(sent);
        try {
            work.run();
        } finally {
            SENT.remove();
        }
        List<String> locked = new ArrayList<>();
        boolean holds = false;
        for (String sql : sent) {
            holds = (holds || sql.endsWith("for update")) && !sql.equals(COMMIT);
            if (holds) {
                locked.add(sql);
            }
        }
        return locked;
    }

    /** Puts itself before the database of a test's application. */
    static BeanPostProcessor counting() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource database ? new Counting(database) : bean;
            }
        };
    }

    private static final class Counting extends DelegatingDataSource {

        Counting(DataSource database) {
            super(database);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            // What nobody counts is not slowed down.
            return SENT.get() == null ? connection : connection(connection);
        }
    }

    private static Connection connection(Connection connection) {
        return proxy(Connection.class, (method, arguments) -> {
            Object result = invoke(connection, method, arguments);
            if (method.getName().equals(COMMIT)) {
                tell(COMMIT);
            }
            String sql = arguments != null && arguments.length > 0 && arguments[0] instanceof String text ? text : "";
            return switch (result) {
                case CallableStatement called -> called;
                case PreparedStatement prepared -> statement(PreparedStatement.class, prepared, sql);
                case Statement plain -> statement(Statement.class, plain, sql);
                case null, default -> result;
            };
        });
    }

    private static <S extends Statement> S statement(Class<S> type, S statement, String prepared) {
        return proxy(type, (method, arguments) -> {
            if (method.getName().startsWith("execute")) {
                tell(arguments != null && arguments[0] instanceof String sql ? sql : prepared);
            }
            return invoke(statement, method, arguments);
        });
    }

    private static void tell(String sql) {
        List<String> sent = SENT.get();
        if (sent != null) {
            sent.add(sql);
        }
    }

    private interface Call {
        @Nullable
        Object of(Method method, @Nullable Object @Nullable [] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                CountedStatements.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call.of(method, arguments)));
    }

    private static @Nullable Object invoke(Object target, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
