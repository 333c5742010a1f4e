package org.robotoverlord.it.crash;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.robotoverlord.changelog.plan.Direction;
import org.robotoverlord.changelog.problem.Problem;

/** A run in a thread of this process. */
final class RunHere implements Run {
    private static final long LONGEST_SECONDS = 90;

    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> orders = new LinkedBlockingQueue<>();
    private final Thread thread;

    RunHere(Subject subject, String url, Direction direction, int at) {
        this.thread = new Thread(() -> run(subject, url, direction, at), "doomed");
        thread.setDaemon(true);
        thread.start();
    }

    private void run(Subject subject, String url, Direction direction, int at) {
        try {
            Connection connection = DriverManager.getConnection(url);
            said.add(SESSION + subject.session(connection));
            subject.migration().run(direction, Watched.of(connection, new Stop(at, said::add, () -> taken(orders))));
            said.add(OVER);
        } catch (Problem told) {
            said.add(OVER + " " + told.getMessage());
        } catch (Throwable broken) {
            StringWriter trace = new StringWriter();
            broken.printStackTrace(new PrintWriter(trace));
            said.add("broken " + trace);
        }
    }

    private static String taken(BlockingQueue<String> queue) {
        try {
            String next = queue.poll(LONGEST_SECONDS, TimeUnit.SECONDS);
            if (next == null) {
                throw new IllegalStateException("nothing was said for " + LONGEST_SECONDS + " s");
            }
            return next;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public String next() {
        return taken(said);
    }

    @Override
    public Optional<String> peek() {
        return Optional.ofNullable(said.peek());
    }

    @Override
    public void order(String order) {
        orders.add(order);
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
