package org.robotoverlord.it.crash;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.sqlite.ProgressHandler;

/** Stops a run before and after one of its statements, says so, and does what it is told there. */
final class Stop implements Watch {
    static final String BEFORE = "before";
    static final String WITHIN = "within";
    static final String AFTER = "after";

    /** Goes on. */
    static final String GO = "go";

    /** Takes memory until there is none. */
    static final String FILL = "fill";

    /** Stops again while SQLite is at work within the statement: in each of them a little later than in the one before. */
    static final String STOP_WITHIN = "stop within";

    private final int at;
    private final Consumer<String> say;
    private final Supplier<String> hear;

    Stop(int at, Consumer<String> say, Supplier<String> hear) {
        this.at = at;
        this.say = say;
        this.hear = hear;
    }

    @Override
    public void before(int number, String sql, Connection real) throws SQLException {
        if (number == at) {
            say.accept(BEFORE);
            obey(hear.get(), real);
        }
    }

    @Override
    public void after(int number, String sql, Connection real) throws SQLException {
        if (number == at) {
            say.accept(AFTER);
            obey(hear.get(), real);
        }
    }

    private void obey(String order, Connection real) throws SQLException {
        switch (order) {
            case GO -> {}
            case FILL -> fill();
            case STOP_WITHIN -> stopWithin(real);
            default -> {
                try (Statement statement = real.createStatement()) {
                    statement.execute(order);
                }
            }
        }
    }

    private static void fill() {
        List<byte[]> all = new ArrayList<>();
        while (true) {
            all.add(new byte[1 << 20]);
        }
    }

    private void stopWithin(Connection real) throws SQLException {
        ProgressHandler.setHandler(real, 20, new ProgressHandler() {
            private int left = at % 10;

            @Override
            protected int progress() {
                if (left-- == 0) {
                    say.accept(WITHIN);
                    hear.get();
                }
                return 0;
            }
        });
    }
}
