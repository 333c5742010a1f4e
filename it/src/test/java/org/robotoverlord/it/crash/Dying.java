package org.robotoverlord.it.crash;

import java.util.Optional;
import org.robotoverlord.changelog.Eventually;

/** Lets a run die its death. */
final class Dying implements AutoCloseable {
    private final Subject subject;
    private final Death death;
    private final Optional<Proxy> proxy;
    private final Run run;
    private long session;

    private Dying(Subject subject, Death death) throws Exception {
        this.subject = subject;
        this.death = death;
        this.proxy = death.kill().isOfNetwork() ? Optional.of(new Proxy(server().port())) : Optional.empty();
        String url = proxy.map(each -> subject.url().replace(":" + server().port() + "/", ":" + each.port() + "/"))
                .orElseGet(subject::url);
        this.run = death.kill().isOfProcess()
                ? RunThere.start(
                        subject.migration(),
                        subject,
                        death.direction(),
                        death.point().number())
                : new RunHere(subject, url, death.direction(), death.point().number());
    }

    private ServerSubject server() {
        return subject.server().orElseThrow();
    }

    /** @return whether the server was still at work, where that is wanted */
    static boolean of(Subject subject, Death death) throws Exception {
        try (Dying dying = new Dying(subject, death)) {
            return dying.die();
        }
    }

    private boolean die() throws Exception {
        session = Long.parseLong(expected(Run.SESSION).substring(Run.SESSION.length()));
        expected(Stop.BEFORE);
        boolean held = true;
        switch (death.moment()) {
            case BEFORE -> strike();
            case DURING -> held = dieDuring();
            case AFTER -> dieAfter();
        }
        if (death.kill() == Kill.SERVER_KILLED) {
            server().startServer();
        }
        return held;
    }

    private boolean dieDuring() throws Exception {
        if (death.kill() == Kill.ANSWER_LATE) {
            proxy.orElseThrow().hold();
            run.order(Stop.GO);
            Eventually.is("an answer", () -> proxy.orElseThrow().hasHeld());
            proxy.orElseThrow().release();
            expected(Stop.AFTER);
            run.order(Stop.GO);
            awaitEnd();
            return true;
        }
        try (Hold hold = subject.hold(session, death.point().sql())) {
            run.order(hold.order());
            Eventually.is(
                    "the server is at work", () -> hold.isHeld() || run.peek().isPresent());
            boolean held =
                    hold.isHeld() || run.peek().filter(Stop.WITHIN::equals).isPresent();
            if (run.peek().isPresent()) {
                run.next();
            }
            strike();
            if (held && subject.server().isPresent() && death.kill().isTold()) {
                // What holds up the statement is still there: the server doesn't work on for nobody.
                Eventually.is("the end of the session", () -> !server().isConnected(session));
            }
            return held;
        }
    }

    private void dieAfter() throws Exception {
        if (proxy.isPresent()) {
            proxy.get().hold();
            run.order(Stop.GO);
            Eventually.is("an answer", () -> proxy.get().hasHeld());
            strike();
            return;
        }
        run.order(Stop.GO);
        expected(Stop.AFTER);
        strike();
    }

    private void strike() throws Exception {
        switch (death.kill()) {
            case PROCESS_KILLED -> ((RunThere) run).kill();
            case PROCESS_ENDED -> end("TERM");
            case INTERRUPTED -> end("INT");
            case OUT_OF_MEMORY -> run.order(Stop.FILL);
            case SESSION_ENDED -> server().endSession(session);
            case SOCKET_CUT -> proxy.orElseThrow().cut();
            case HALF_CLOSED -> proxy.orElseThrow().closeHalf();
            case SERVER_KILLED -> server().killServer();
            case ANSWER_LATE -> throw new IllegalStateException("nothing dies of that");
        }
        if (death.kill().isOfProcess()) {
            ((RunThere) run).awaitEnd();
        } else {
            run.order(Stop.GO);
            awaitEnd();
        }
    }

    /** It hears the signal, and goes on until it ends. */
    private void end(String signal) {
        ((RunThere) run).signal(signal);
        while (!run.next().equals(Doomed.ENDING)) {
            // It tells the user, before or after.
        }
        // Where it stops before the statement, and where after.
        run.order(Stop.GO);
        run.order(Stop.GO);
    }

    private String expected(String beginning) {
        String next = run.next();
        if (!next.startsWith(beginning)) {
            throw new AssertionError("it says '" + next + "' instead of '" + beginning + "'");
        }
        return next;
    }

    /** Whatever ends a run is told to a user. */
    private void awaitEnd() {
        String said = run.next();
        while (said.equals(Stop.AFTER)) {
            run.order(Stop.GO);
            said = run.next();
        }
        if (!said.startsWith(Run.OVER)) {
            throw new AssertionError("it ends with " + said);
        }
    }

    @Override
    public void close() {
        run.close();
        proxy.ifPresent(Proxy::close);
    }
}
