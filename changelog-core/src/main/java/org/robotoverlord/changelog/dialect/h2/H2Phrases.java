package org.robotoverlord.changelog.dialect.h2;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.robotoverlord.changelog.dialect.Dialect;
import org.robotoverlord.changelog.dialect.Phrases;
import org.robotoverlord.changelog.dialect.Server;
import org.robotoverlord.changelog.dialect.Unsupported;
import org.robotoverlord.changelog.schema.Column;
import org.robotoverlord.changelog.schema.ColumnType;
import org.robotoverlord.changelog.schema.Deferrable;
import org.robotoverlord.changelog.schema.Domains;
import org.robotoverlord.changelog.schema.EnumType;
import org.robotoverlord.changelog.schema.Expression;
import org.robotoverlord.changelog.schema.ForeignKey;
import org.robotoverlord.changelog.schema.Generated;
import org.robotoverlord.changelog.schema.Index;
import org.robotoverlord.changelog.schema.IndexElement;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.PortableType;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Table;
import org.robotoverlord.changelog.schema.Unique;
import org.robotoverlord.changelog.schema.Value;

/** The phrases that H2 words otherwise than the standard: types, literals, and what its keys and indexes haven't. */
final class H2Phrases extends Phrases {
    private static final Expression NOW = Expression.of("now()");

    H2Phrases(Dialect dialect, Schema schema, Server server) {
        super(dialect, schema, server);
    }

    @Override
    public String type(ColumnType type) {
        if (!type.array()) {
            return super.type(type);
        }
        if (type.userType().filter(name -> schema.findEnum(name).isPresent()).isPresent()) {
            throw new Unsupported(
                    "H2 keeps an enum as a domain, of which it has no arrays; write text[] with a check, or a table of the"
                            + " values");
        }
        if (Domains.find(schema, type).isPresent()) {
            throw new Unsupported(
                    "H2 has no arrays of a domain; write " + Domains.base(schema, type) + ", or a table of the values");
        }
        return super.type(type.element()) + " array";
    }

    @Override
    protected String portableType(PortableType type, String arguments) {
        return switch (type) {
            case TEXT -> "varchar";
            case BINARY -> "varbinary";
            case JSONB -> "json";
            case DECIMAL -> arguments.isEmpty() ? "decfloat" : "decimal" + arguments;
            case TIME -> arguments.isEmpty() ? "time(6)" : "time" + arguments;
            case INTERVAL ->
                throw new Unsupported("H2's intervals are either of years and months or of days and seconds; write"
                        + " native(interval day to second), or keep a number of seconds");
            default -> super.portableType(type, arguments);
        };
    }

    @Override
    public String value(ColumnType type, Value value) {
        return value instanceof Value.Sql is && is.sql().equals(NOW) ? "current_timestamp" : super.value(type, value);
    }

    @Override
    protected String literal(ColumnType declared, String text) {
        ColumnType type = Domains.base(schema, declared);
        if (type.array()) {
            throw new Unsupported("H2 reads no array from a text, as '" + text + "' is one; write {sql: \"array[…]\"}");
        }
        if (type.is(PortableType.BINARY) && isHexadecimal(text)) {
            return "x'" + text.substring(2) + "'";
        }
        boolean json = type.is(PortableType.JSON) || type.is(PortableType.JSONB);
        return (json ? "json " : "") + super.literal(type, text);
    }

    @Override
    public String column(String name, Column column) {
        String comment =
                column.comment().map(text -> " comment " + literal(text)).orElse("");
        return super.column(name, column) + comment;
    }

    @Override
    public String collate(String collation) {
        throw new Unsupported("H2 has one collation for all of a database; leave '" + collation + "' out, or use the"
                + " type varchar_ignorecase");
    }

    @Override
    public String generated(Generated generated) {
        if (!generated.stored()) {
            throw new Unsupported("H2 computes a column when its row is written; leave 'stored: false' out");
        }
        return enclosed(generated.sql());
    }

    @Override
    public String unique(String name, Unique unique) {
        requireAtOnce("unique constraint", name, unique.deferrable());
        return super.unique(name, unique);
    }

    private static void requireAtOnce(String what, String name, Deferrable deferrable) {
        if (deferrable != Deferrable.NO) {
            throw new Unsupported("H2 checks each " + what + " at once and has none that waits for the end; leave"
                    + " 'deferrable' of '" + name + "' out");
        }
    }

    @Override
    public String foreignKey(String name, ForeignKey key) {
        requireAtOnce("foreign key", name, key.deferrable());
        schema.findTable(key.references()).ifPresent(target -> requireKey(name, key, target));
        return super.foreignKey(name, key);
    }

    private static void requireKey(String name, ForeignKey key, Table target) {
        Set<String> to = new HashSet<>(key.to());
        boolean found = to.equals(new HashSet<>(target.keyColumns()))
                || target.uniques().values().stream().anyMatch(unique -> to.equals(new HashSet<>(unique.columns())));
        if (!found) {
            throw new Unsupported("H2's foreign keys point to a primary key or a unique constraint, and '" + name
                    + "' points to neither; write a unique constraint over " + key.to() + " of '" + key.references()
                    + "' in place of the unique index");
        }
    }

    @Override
    public String createIndex(Name table, String name, Index index) {
        if (!index.method().equals("btree")) {
            throw new Unsupported("H2's indexes are of the method btree; leave 'method' of '" + name + "' out, or make"
                    + " the index with sql");
        }
        if (!index.with().isEmpty()) {
            throw new Unsupported("H2's indexes have no storage parameters; leave 'with' of '" + name + "' out");
        }
        if (index.where().isPresent()) {
            throw new Unsupported("H2's indexes hold every row; leave 'where' of '" + name + "' out");
        }
        if (!index.include().isEmpty() && !index.unique()) {
            throw new Unsupported("in H2 only a unique index may include columns; move those of 'include' of '" + name
                    + "' to the end of its 'columns'");
        }
        index.columns().forEach(element -> requirePlain(name, element));
        String unique = index.unique() ? "unique " + (index.nullsNotDistinct() ? "nulls not distinct " : "") : "";
        String elements =
                String.join(", ", index.columns().stream().map(this::element).toList());
        String include = index.include().isEmpty() ? "" : " include (" + names(index.include()) + ")";
        return "create " + unique + "index " + name(name) + " on " + name(table) + " (" + elements + ")" + include;
    }

    private static void requirePlain(String name, IndexElement element) {
        if (element.sql().isPresent()) {
            throw new Unsupported("H2's indexes are over columns alone; give '" + name
                    + "' a generated column in place of " + element.sql().get().sql());
        }
        if (element.opclass().isPresent() || element.collation().isPresent()) {
            throw new Unsupported(
                    "H2's indexes have neither operator classes nor collations; leave those of '" + name + "' out");
        }
    }

    /** What makes the domain that an enum is. */
    String enumeration(Name name, EnumType type) {
        if (type.values().isEmpty()) {
            throw new Unsupported("H2 has no enum without a value; give '" + name + "' one");
        }
        String values =
                String.join(", ", type.values().stream().map(this::literal).toList());
        return "create domain " + name(name) + " as enum(" + values + ")";
    }

    /** The type as the database prints it; empty where it is a domain or not known. */
    Optional<String> printed(ColumnType type) {
        boolean domain = type.userType().flatMap(schema::findEnum).isPresent()
                || Domains.find(schema, type).isPresent();
        if (type.isNative() || domain) {
            return Optional.empty();
        }
        String text = type(type).toUpperCase(Locale.ROOT);
        return Optional.of(text.replaceFirst("^VARCHAR", "CHARACTER VARYING")
                .replaceFirst("^CHAR\\(", "CHARACTER(")
                .replaceFirst("^VARBINARY", "BINARY VARYING")
                .replaceFirst("^CLOB", "CHARACTER LARGE OBJECT"));
    }
}
