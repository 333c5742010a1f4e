package org.robotoverlord.changelog;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A connection whose run dies at one of its statements: before the server hears of it, or after the server has done it and before
 * anybody is told. From then on it answers nothing, and the server ends its session, as it does when a process is killed.
 */
final class Dying {
    private final Connection real;
    private final boolean done;
    private final Runnable meanwhile;
    private int left;
    private boolean dead;

    /**
     * @param at which statement, counted from 0
     * @param done whether the server does that one
     * @param meanwhile what is done before the session ends
     */
    private Dying(Connection real, int at, boolean done, Runnable meanwhile) {
        this.real = real;
        this.left = at;
        this.done = done;
        this.meanwhile = meanwhile;
    }

    /** The connection, and whether it died. */
    record Doomed(Connection connection, java.util.function.BooleanSupplier died) {}

    static Doomed of(Connection real, int at, boolean done) {
        return of(real, at, done, () -> {});
    }

    /** @param meanwhile what is done while the session lies as a killed process would leave it */
    static Doomed of(Connection real, int at, boolean done, Runnable meanwhile) {
        Dying dying = new Dying(real, at, done, meanwhile);
        return new Doomed(dying.wrap(Connection.class, real), () -> dying.dead);
    }

    private <T> T wrap(Class<T> type, T of) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            if (dead && !method.getName().equals("close")) {
                throw new SQLException("the connection is lost", "08006");
            }
            boolean runs = type == Statement.class && method.getName().equals("execute");
            boolean now = runs && left-- == 0;
            if (now && !done) {
                die();
            }
            Object result = called(method, of, args);
            if (now) {
                die();
            }
            return method.getReturnType() == Statement.class && result != null
                    ? wrap(Statement.class, (Statement) result)
                    : result;
        }));
    }

    private static Object called(java.lang.reflect.Method method, Object of, Object[] args) throws Throwable {
        try {
            return method.invoke(of, args);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }

    private void die() throws SQLException {
        dead = true;
        meanwhile.run();
        real.abort(Runnable::run);
        // Not every driver ends anything by that.
        real.close();
        throw new SQLException("the connection is lost", "08006");
    }
}
