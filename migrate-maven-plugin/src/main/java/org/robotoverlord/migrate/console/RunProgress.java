package org.robotoverlord.migrate.console;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.robotoverlord.changelog.plan.Direction;
import org.robotoverlord.changelog.plan.PlannedChangelog;
import org.robotoverlord.changelog.plan.Takeover;
import org.robotoverlord.changelog.run.Progress;

/**
 * Tells a person how a run gets on: a line for each changelog that is done, and, where the work takes longer than a second, how far
 * it is; in a terminal as a bar, elsewhere as a plain line now and then.
 */
public final class RunProgress implements Progress {
    private static final long FIRST_MS = 1000;
    private static final long BAR_MS = 200;
    private static final long LINES_MS = 10_000;

    private final String what;
    private final Consumer<String> tell;
    private final Consumer<String> warn;
    private final Bar bar;

    private ScheduledExecutorService clock;
    private int total;
    private int done;
    private String current = "";
    private long began;

    /**
     * @param what the goal: {@code upgrade}
     * @param tell takes a line
     * @param warn takes a line that is to be noticed
     * @param bar draws in the terminal; {@link Bar#NONE} where there is none
     */
    public RunProgress(String what, Consumer<String> tell, Consumer<String> warn, Bar bar) {
        this.what = what;
        this.tell = tell;
        this.warn = warn;
        this.bar = bar;
    }

    @Override
    public synchronized void begin(int changelogs) {
        total = changelogs;
        clock = Executors.newSingleThreadScheduledExecutor(RunProgress::daemon);
        clock.scheduleWithFixedDelay(this::show, FIRST_MS, bar.isSeen() ? BAR_MS : LINES_MS, TimeUnit.MILLISECONDS);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "robot-progress");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public synchronized void begin(PlannedChangelog changelog) {
        current = changelog.file().id().fileName();
        began = System.nanoTime();
    }

    @Override
    public synchronized void done(PlannedChangelog changelog) {
        done++;
        current = "";
        if (isMeant(changelog.direction())) {
            say(tell, "Success " + what + " " + changelog.file().id().fileName());
        }
    }

    /** What an interrupted run left is finished first where it goes the other way. */
    private boolean isMeant(Direction direction) {
        return what.equals(Direction.DOWN.text()) == (direction == Direction.DOWN);
    }

    @Override
    public synchronized void waiting(String holder, String done, long seconds) {
        say(
                tell,
                "Another run is at this database" + (holder.isEmpty() ? "" : ": " + holder)
                        + (done.isEmpty() ? "" : "; it did " + done + " meanwhile") + "; waiting for it, " + seconds
                        + " s at the most, anew after each of its steps");
    }

    @Override
    public synchronized void tookOver(Takeover takeover) {
        say(tell, takeover.told());
    }

    @Override
    public synchronized void note(String text) {
        say(warn, text);
    }

    @Override
    public synchronized void end() {
        if (clock != null) {
            clock.shutdownNow();
            clock = null;
        }
        bar.clear();
    }

    private void say(Consumer<String> to, String line) {
        bar.clear();
        to.accept(line);
    }

    private synchronized void show() {
        if (clock == null || current.isEmpty()) {
            return;
        }
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);
        String now = current + (seconds < 1 ? "" : ", " + seconds + " s");
        if (bar.isSeen()) {
            bar.draw(done, total, now);
        } else {
            tell.accept(done + " of " + total + " done, at " + now);
        }
    }
}
