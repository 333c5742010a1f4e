package org.robotoverlord.changelog.dialect.mysql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.robotoverlord.changelog.schema.Action;
import org.robotoverlord.changelog.schema.Check;
import org.robotoverlord.changelog.schema.Column;
import org.robotoverlord.changelog.schema.Deferrable;
import org.robotoverlord.changelog.schema.DerivedName;
import org.robotoverlord.changelog.schema.Expression;
import org.robotoverlord.changelog.schema.ForeignKey;
import org.robotoverlord.changelog.schema.Index;
import org.robotoverlord.changelog.schema.IndexElement;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.PrimaryKey;
import org.robotoverlord.changelog.schema.Table;
import org.robotoverlord.changelog.schema.Unique;

/** Reads what SHOW CREATE TABLE prints: it alone tells an expression as both kinds of server will read it again, and also of tables that live as long as a session. */
final class MysqlTableText {
    private final Name name;
    private final String sorting;
    private final Map<String, Column> columns = new LinkedHashMap<>();
    private final Map<String, Unique> uniques = new TreeMap<>();
    private final Map<String, Index> indexes = new TreeMap<>();
    private final Map<String, Check> checks = new TreeMap<>();
    private final Map<String, ForeignKey> foreignKeys = new TreeMap<>();
    private Optional<PrimaryKey> primaryKey = Optional.empty();

    private MysqlTableText(Name name, String sorting) {
        this.name = name;
        this.sorting = sorting;
    }

    /**
     * @param name what the table is called
     * @param printed what the server prints of it
     * @param sorting how texts sort in the database, where a table doesn't say
     */
    static Table read(Name name, String printed, String sorting) {
        MysqlTableText text = new MysqlTableText(name, sorting);
        MysqlTokens tokens = MysqlTokens.of(printed);
        while (!tokens.isGroup()) {
            tokens.next();
        }
        List<MysqlTokens> parts = MysqlTokens.within(tokens.next()).split();
        MysqlOptions options = MysqlOptions.read(tokens, sorting);
        parts.forEach(part -> text.part(part, options));
        text.hideKeysOfForeignKeys();
        return Table.EMPTY
                .withColumns(text.columns)
                .withPrimaryKey(text.primaryKey)
                .withUniques(text.uniques)
                .withIndexes(text.indexes)
                .withChecks(text.checks)
                .withForeignKeys(text.foreignKeys)
                .withComment(options.comment())
                .withStorage(options.storage());
    }

    private void part(MysqlTokens part, MysqlOptions options) {
        if (part.isName()) {
            columns.put(
                    part.name(), MysqlColumnText.read(part, options.collation().orElse(sorting)));
        } else if (part.take("PRIMARY", "KEY")) {
            primaryKey = Optional.of(new PrimaryKey(DerivedName.primaryKey(name), names(part.next())));
        } else if (part.take("CONSTRAINT")) {
            String constraint = part.name();
            if (part.take("FOREIGN", "KEY")) {
                foreignKeys.put(constraint, foreignKey(part));
            } else if (part.take("CHECK")) {
                checks.put(constraint, new Check(expression(part.next())));
            }
        } else {
            key(part);
        }
    }

    private static Expression expression(String group) {
        return Expression.of(MysqlQuotes.read(MysqlTokens.inside(group))).bare();
    }

    private static List<String> names(String group) {
        return MysqlTokens.within(group).split().stream().map(MysqlTokens::name).toList();
    }

    private void key(MysqlTokens part) {
        boolean unique = part.take("UNIQUE");
        String method = part.take("FULLTEXT") ? "fulltext" : part.take("SPATIAL") ? "spatial" : "btree";
        part.take("KEY");
        String key = part.name();
        List<IndexElement> elements = MysqlTokens.within(part.next()).split().stream()
                .map(MysqlTableText::element)
                .toList();
        Optional<String> comment = Optional.empty();
        while (part.hasNext()) {
            if (part.take("COMMENT")) {
                comment = Optional.of(MysqlQuotes.meant(part.next()));
            } else {
                part.next();
            }
        }
        if (unique && comment.isEmpty() && elements.stream().allMatch(IndexElement::isPlain)) {
            uniques.put(
                    key,
                    Unique.of(elements.stream()
                            .map(element -> element.column().orElseThrow())
                            .toList()));
        } else {
            indexes.put(
                    key, new Index(elements, unique, Optional.empty(), method, List.of(), false, Map.of(), comment));
        }
    }

    private static IndexElement element(MysqlTokens element) {
        Optional<String> column = Optional.empty();
        Optional<Expression> sql = Optional.empty();
        if (element.isName()) {
            String name = element.name();
            if (element.isGroup()) {
                sql = Optional.of(Expression.of(MysqlQuotes.read(MysqlQuotes.name(name)) + element.next()));
            } else {
                column = Optional.of(name);
            }
        } else {
            sql = Optional.of(expression(element.next()));
        }
        IndexElement.Order order = element.take("DESC") ? IndexElement.Order.DESC : IndexElement.Order.ASC;
        return new IndexElement(column, sql, order, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static ForeignKey foreignKey(MysqlTokens part) {
        List<String> from = names(part.next());
        part.take("REFERENCES");
        String first = part.name();
        // A name in another database stands as `db`.`table`, with the dot as a word of its own.
        Name target = part.take(".") ? Name.of(first, part.name()) : Name.of(first);
        List<String> to = names(part.next());
        Map<String, Action> actions = new HashMap<>();
        while (part.take("ON")) {
            actions.put(part.next().toLowerCase(Locale.ROOT), action(part));
        }
        return new ForeignKey(
                from,
                target,
                to,
                actions.getOrDefault("delete", Action.NO_ACTION),
                actions.getOrDefault("update", Action.NO_ACTION),
                Deferrable.NO,
                false);
    }

    private static Action action(MysqlTokens part) {
        if (part.take("SET", "NULL")) {
            return Action.SET_NULL;
        }
        if (part.take("CASCADE")) {
            return Action.CASCADE;
        }
        if (!part.take("NO", "ACTION") && !part.take("RESTRICT")) {
            part.take("SET", "DEFAULT");
        }
        return Action.NO_ACTION;
    }

    /** The index that the server asks for a foreign key is no part of the schema where it bears the key's own name. */
    private void hideKeysOfForeignKeys() {
        List<String> hidden = new ArrayList<>();
        foreignKeys.forEach((key, is) -> {
            if (Optional.ofNullable(indexes.get(key))
                    .filter(index -> index.equals(Index.of(is.columns())))
                    .isPresent()) {
                hidden.add(key);
            }
        });
        indexes.keySet().removeAll(hidden);
    }
}
