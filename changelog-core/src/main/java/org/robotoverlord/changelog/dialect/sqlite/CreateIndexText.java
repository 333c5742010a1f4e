package org.robotoverlord.changelog.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.robotoverlord.changelog.schema.Expression;
import org.robotoverlord.changelog.schema.Index;
import org.robotoverlord.changelog.schema.IndexElement;
import org.robotoverlord.changelog.schema.Table;

/**
 * Reads an index from the statement that made it.
 *
 * @see <a href="https://www.sqlite.org/lang_createindex.html">CREATE INDEX</a>
 */
final class CreateIndexText {
    private CreateIndexText() {}

    /** @param table the table that it is on */
    static Index read(String sql, Table table) {
        Tokens tokens = new Tokens(sql);
        tokens.next();
        boolean unique = tokens.take("unique");
        tokens.skipPast("on");
        tokens.skipPast("(");
        List<IndexElement> elements = new ArrayList<>();
        do {
            elements.add(element(tokens, table));
        } while (tokens.take(","));
        tokens.next();
        Optional<Expression> where =
                tokens.take("where") ? Optional.of(Expression.of(tokens.rest()).bare()) : Optional.empty();
        return new Index(elements, unique, where, "btree", List.of(), false, Map.of(), Optional.empty());
    }

    private static IndexElement element(Tokens tokens, Table table) {
        String what = tokens.until("collate", "asc", "desc");
        Optional<String> collation = tokens.take("collate") ? Optional.of(tokens.name()) : Optional.empty();
        boolean desc = tokens.take("desc");
        tokens.take("asc");
        Optional<String> column = column(what, table);
        return new IndexElement(
                column,
                column.isPresent()
                        ? Optional.empty()
                        : Optional.of(Expression.of(what).bare()),
                desc ? IndexElement.Order.DESC : IndexElement.Order.ASC,
                Optional.empty(),
                Optional.empty(),
                collation);
    }

    private static Optional<String> column(String written, Table table) {
        List<SqliteToken> tokens = SqliteToken.of(written);
        return tokens.size() == 1
                ? table.columns().keySet().stream()
                        .filter(name -> SqliteNames.areSame(name, tokens.get(0).name()))
                        .findFirst()
                : Optional.empty();
    }
}
