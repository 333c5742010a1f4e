package org.robotoverlord.changelog.dialect.h2;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.robotoverlord.changelog.dialect.Moment;
import org.robotoverlord.changelog.dialect.Statement;
import org.robotoverlord.changelog.schema.Check;
import org.robotoverlord.changelog.schema.Column;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Table;

/**
 * What has to go before a column gets another type, and comes again after it: its default, and the checks and computed columns that
 * read it. H2 would keep their literals as they were read for the type before.
 */
final class H2Around {
    private final Moment moment;
    private final H2Phrases write;
    private final H2Tables tables;
    private final Name table;
    private final List<String> columns;

    /** @param columns those that get another type */
    H2Around(Moment moment, H2Phrases write, H2Tables tables, Name table, List<String> columns) {
        this.moment = moment;
        this.write = write;
        this.tables = tables;
        this.table = table;
        this.columns = columns;
    }

    /** Takes away what is in the way. */
    List<Statement> before() {
        List<Statement> statements = new ArrayList<>();
        Table was = moment.before().table(table);
        was.checks().forEach((name, check) -> {
            if (reads(check)) {
                statements.add(tables.dropConstraint(table, name));
            }
        });
        columns.stream()
                .filter(column -> was.column(column).defaultValue().isPresent())
                .forEach(column -> statements.add(tables.dropDefault(table, column)));
        return statements;
    }

    private boolean reads(Check check) {
        return columns.stream().anyMatch(check.check()::mentions);
    }

    /** Brings it back. */
    List<Statement> after() {
        List<Statement> statements = new ArrayList<>();
        Table is = moment.after().table(table);
        for (String column : columns) {
            Column each = is.column(column);
            each.defaultValue().ifPresent(value -> statements.add(tables.setDefault(table, column, each)));
        }
        for (Map.Entry<String, Column> column : is.columns().entrySet()) {
            boolean reads = column.getValue()
                    .generated()
                    .filter(generated -> columns.stream().anyMatch(generated.sql()::mentions))
                    .isPresent();
            if (reads) {
                statements.add(tables.define(table, column.getKey(), column.getValue()));
            }
        }
        is.checks().forEach((name, check) -> {
            if (reads(check)) {
                statements.add(tables.addConstraint(table, name, write.check(name, check)));
            }
        });
        return statements;
    }

    /** A column that gets another type, with all around it. */
    List<Statement> retyped(String column, Optional<String> using) {
        Column is = moment.after().table(table).column(column);
        List<Statement> statements = new ArrayList<>(before());
        statements.add(
                is.generated().isPresent()
                        ? tables.define(table, column, is)
                        : tables.retype(table, column, is, using));
        is.identity().ifPresent(identity -> statements.add(tables.bound(table, column, identity)));
        statements.addAll(after());
        return statements;
    }
}
