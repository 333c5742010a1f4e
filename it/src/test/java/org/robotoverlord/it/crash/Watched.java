package org.robotoverlord.it.crash;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * A connection whose statements are watched one by one. What would travel together is sent statement by statement, so that there is a
 * moment before and after each.
 */
final class Watched {
    private static final Set<String> SENDING = Set.of("execute", "executeQuery", "executeUpdate");

    private final Connection real;
    private final Watch watch;
    private int count;

    private Watched(Connection real, Watch watch) {
        this.real = real;
        this.watch = watch;
    }

    static Connection of(Connection real, Watch watch) {
        Watched watched = new Watched(real, watch);
        return proxy(Connection.class, (method, arguments) -> {
            Object result = called(method, real, arguments);
            if (result instanceof PreparedStatement prepared) {
                return watched.prepared(prepared, (String) arguments[0]);
            }
            return result instanceof Statement statement ? watched.statement(statement) : result;
        });
    }

    private PreparedStatement prepared(PreparedStatement of, String sql) {
        return proxy(
                PreparedStatement.class,
                (method, arguments) -> SENDING.contains(method.getName())
                        ? sent(sql, () -> called(method, of, arguments))
                        : called(method, of, arguments));
    }

    private Statement statement(Statement of) {
        List<String> batch = new ArrayList<>();
        return proxy(Statement.class, (method, arguments) -> switch (method.getName()) {
            case "execute", "executeQuery", "executeUpdate" ->
                sent((String) arguments[0], () -> called(method, of, arguments));
            case "addBatch" -> {
                called(method, of, arguments);
                of.clearBatch();
                yield batch.add((String) arguments[0]) ? null : null;
            }
            case "executeBatch" -> each(of, batch);
            default -> called(method, of, arguments);
        });
    }

    private int[] each(Statement of, List<String> batch) throws Throwable {
        List<String> all = List.copyOf(batch);
        batch.clear();
        int[] counts = new int[all.size()];
        for (int i = 0; i < counts.length; i++) {
            String sql = all.get(i);
            try {
                sent(sql, () -> of.execute(sql));
            } catch (SQLException failed) {
                throw new BatchUpdateException(
                        failed.getMessage(),
                        failed.getSQLState(),
                        failed.getErrorCode(),
                        Arrays.copyOf(counts, i),
                        failed);
            }
        }
        return counts;
    }

    private interface Sending {
        Object send() throws Throwable;
    }

    private Object sent(String sql, Sending sending) throws Throwable {
        int number = count++;
        watch.before(number, sql, real);
        Object result = sending.send();
        watch.after(number, sql, real);
        return result;
    }

    private interface Call {
        Object of(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call.of(method, arguments)));
    }

    private static Object called(Method method, Object of, Object[] arguments) throws Throwable {
        try {
            return method.invoke(of, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }
}
