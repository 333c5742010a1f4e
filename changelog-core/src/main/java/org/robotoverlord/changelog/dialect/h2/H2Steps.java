package org.robotoverlord.changelog.dialect.h2;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.dialect.Statement;

/**
 * Puts whatever isn't a change of rows outside transactions: H2 commits before and after it. A statement without a query that tells
 * whether it is done says what is to be, and does no harm when it is run again.
 */
final class H2Steps {
    private static final Pattern COMMITS = Pattern.compile(
            "(?:alter|analyze|checkpoint|comment|create|drop|grant|revoke|shutdown|truncate)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private H2Steps() {}

    static List<Statement> of(List<Statement> statements, Change change) {
        return statements.stream()
                .map(statement -> statement.transactional()
                                && COMMITS.matcher(statement.sql()).matches()
                        ? Statement.outside(statement.sql(), List.of(change), Optional.empty())
                        : statement)
                .toList();
    }
}
