package org.robotoverlord.changelog.dialect.h2;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.dialect.Profile;
import org.robotoverlord.changelog.dialect.Profile.Has;
import org.robotoverlord.changelog.schema.Check;
import org.robotoverlord.changelog.schema.Column;
import org.robotoverlord.changelog.schema.ColumnType;
import org.robotoverlord.changelog.schema.Domain;
import org.robotoverlord.changelog.schema.ForeignKey;
import org.robotoverlord.changelog.schema.Generated;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.PortableType;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Table;

/** What of the grammar H2 has. */
public final class H2Profile {
    private static final Profile PROFILE = new Profile(
            EnumSet.of(
                    Has.ENUMS,
                    Has.NAMES_BY_CASE,
                    Has.IDENTITY_ANYWHERE,
                    Has.IDENTITY_OPTIONS,
                    Has.COMPUTED_KEYS,
                    Has.COMMENTS,
                    Has.VIEWS,
                    Has.DOMAINS,
                    Has.SCHEMAS),
            H2Profile::column);

    /** Types that are PostgreSQL's own. */
    private static final Set<String> POSTGRES = Set.of("citext", "inet", "tstzrange", "varbit", "xml");

    private H2Profile() {}

    private static Column column(Column column) {
        Column plain = column.withCollation(Optional.empty())
                .withGenerated(column.generated().map(is -> new Generated(is.sql(), true)));
        ColumnType type = column.type();
        if (type.is(PortableType.INTERVAL)) {
            return plain.withDefault(Optional.empty()).withType(ColumnType.of("bigint"));
        }
        boolean elsewhere = type.portable().isEmpty() && (type.isNative() || POSTGRES.contains(type.name()));
        return elsewhere ? plain.withType(ColumnType.of("text")) : plain;
    }

    /** What is left of changes. */
    static List<Change> of(List<Change> changes) {
        return PROFILE.of(changes);
    }

    /** What is left of a schema. */
    public static Schema of(Schema schema) {
        Schema left = PROFILE.of(schema);
        Set<String> names = new HashSet<>();
        for (Name name : List.copyOf(left.all(Kind.DOMAIN).keySet())) {
            left = left.with(Kind.DOMAIN, name, called(name, left.get(Kind.DOMAIN, name), names));
        }
        for (Name name : List.copyOf(left.tables().keySet())) {
            left = left.with(name, called(left.table(name), names));
        }
        for (Name name : List.copyOf(left.tables().keySet())) {
            left = left.with(name, keyed(left, left.table(name)));
        }
        return left;
    }

    /** With foreign keys that point to a primary key or a unique constraint. */
    private static Table keyed(Schema schema, Table table) {
        Map<String, ForeignKey> kept = new LinkedHashMap<>(table.foreignKeys());
        kept.values().removeIf(key -> {
            Table target = schema.table(key.references());
            Set<Set<String>> keys = new HashSet<>();
            keys.add(Set.copyOf(target.keyColumns()));
            target.uniques().values().forEach(unique -> keys.add(Set.copyOf(unique.columns())));
            return !keys.contains(Set.copyOf(key.to()));
        });
        return table.withForeignKeys(kept);
    }

    /** With checks that are called like it, so that no other domain has their names. */
    private static Domain called(Name name, Domain domain, Set<String> names) {
        Map<String, Check> checks = new LinkedHashMap<>();
        domain.checks().forEach((check, is) -> checks.put(name.local() + " " + check, is));
        names.addAll(checks.keySet());
        return new Domain(domain.type(), domain.nullable(), domain.defaultValue(), checks, domain.comment());
    }

    /**
     * With names of constraints that no other table has.
     *
     * @param names those of the tables before, to which these are added
     */
    private static Table called(Table table, Set<String> names) {
        Table with = table;
        for (String name : table.constraintNames()) {
            String own = name;
            while (!names.add(own)) {
                own = own + " too";
            }
            with = own.equals(name) ? with : with.renameConstraint(name, own);
        }
        return with;
    }
}
