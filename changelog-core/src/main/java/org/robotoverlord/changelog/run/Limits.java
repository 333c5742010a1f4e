package org.robotoverlord.changelog.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.robotoverlord.changelog.dialect.DatabaseMessage;
import org.robotoverlord.changelog.dialect.Dialect;
import org.robotoverlord.changelog.dialect.Patience;
import org.robotoverlord.changelog.dialect.Server;

/** How long the statements of a connection may wait and take, by whatever ends them: the database, the driver, or this program. */
final class Limits {
    /** How much longer than a statement may take its answer is waited for. */
    private static final Duration WIRE = Duration.ofSeconds(5);

    private final Connection connection;
    private final Dialect dialect;
    private Optional<Patience> patience = Optional.empty();
    private boolean endedByDatabase = true;
    private boolean wireIsOurs;

    Limits(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    /** The usual, until others are said. */
    Patience patience() {
        return patience.orElse(Patience.USUAL);
    }

    /** Whether these were said. */
    boolean are(Patience wished) {
        return patience.filter(wished::equals).isPresent();
    }

    /** The statements that tell the database. */
    List<String> settings(Patience wished, Server server) {
        List<String> settings = new ArrayList<>(dialect.lockTimeout(wished.lockTimeout()));
        Optional<String> statement =
                wished.statementTimeout().flatMap(longest -> dialect.statementTimeout(longest, server));
        endedByDatabase = wished.statementTimeout().isEmpty() || statement.isPresent();
        statement.ifPresent(settings::add);
        return settings;
    }

    /** The database was told. */
    void become(Patience wished) {
        patience = Optional.of(wished);
        wireIsOurs = wished.statementTimeout().isPresent() && hasNoWireTimeout();
        answerWithin(1);
    }

    /** Whether nobody has said in the URL how long the driver waits for an answer. */
    private boolean hasNoWireTimeout() {
        try {
            return connection.getNetworkTimeout() == 0;
        } catch (SQLException | AbstractMethodError notOfThisDriver) {
            return false;
        }
    }

    /**
     * Where a statement may take only so long, a server that answers nothing for longer is gone. The answers to several statements
     * come at once.
     */
    void answerWithin(int statements) {
        if (!wireIsOurs) {
            return;
        }
        long longest = patience()
                .statementTimeout()
                .orElseThrow()
                .multipliedBy(statements)
                .plus(WIRE)
                .toMillis();
        try {
            connection.setNetworkTimeout(Runnable::run, (int) Math.min(longest, Integer.MAX_VALUE));
        } catch (SQLException notOfThisDriver) {
            wireIsOurs = false;
        }
    }

    /** Ends a statement that takes too long, where the database doesn't by itself. */
    Deadline deadline(Statement statement) {
        return patience()
                .statementTimeout()
                .filter(longest -> !endedByDatabase)
                .map(longest -> Deadline.of(statement, longest))
                .orElse(Deadline.NONE);
    }

    /** What a database says, with what to do where a statement took longer than it may. */
    DatabaseMessage message(SQLException failed) {
        DatabaseMessage said = dialect.message(failed);
        return said.isTooLong()
                ? patience().statementTimeout().map(said::afterSoLong).orElse(said)
                : said;
    }
}
