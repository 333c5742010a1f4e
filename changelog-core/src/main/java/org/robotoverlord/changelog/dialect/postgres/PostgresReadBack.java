package org.robotoverlord.changelog.dialect.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.schema.Calls;
import org.robotoverlord.changelog.schema.Column;
import org.robotoverlord.changelog.schema.Domain;
import org.robotoverlord.changelog.schema.Extension;
import org.robotoverlord.changelog.schema.Index;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Routine;
import org.robotoverlord.changelog.schema.Routines;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Sequence;
import org.robotoverlord.changelog.schema.Sequences;
import org.robotoverlord.changelog.schema.Table;
import org.robotoverlord.changelog.schema.Trigger;
import org.robotoverlord.changelog.schema.View;
import org.robotoverlord.changelog.schema.Views;

/**
 * Says how a wished schema would come back from the server: {@code role <> 'overlord'} as {@code role <> 'overlord'::user_role}. It
 * makes what only the server knows of it in scratch schemas and reads that, in a transaction that is rolled back; nothing of the
 * user's is changed, waited for or locked against others, and nothing stays.
 *
 * <p>Names resolve as they will: an unqualified one first among what is wished, then in the real home schema, then along the
 * connection's own search path; a qualified one that is wished, to its stand-in. An extension that the database has is used where
 * it lies; one that it hasn't is made with the rest, and so is gone afterwards.
 *
 * <p>Foreign keys and comments are the wished ones: the server has no say in them, and a scratch table that points to a real one
 * would lock it. So are partitions, of which there may be thousands: see {@link PostgresBounds}.
 */
public final class PostgresReadBack {
    private static final String EXTENSIONS = """
            select coalesce(e.extname, a.name) as name, coalesce(e.extversion, a.default_version) as version,
              e.oid is not null as installed
            from pg_available_extensions a
            full join pg_extension e on e.extname = a.name
            where coalesce(e.extname, a.name) = any(?)""";

    /** How many tables are made in one go: each takes several locks of the server's, which it has a few thousand of. */
    private static final int AT_ONCE = 100;

    private final PostgresIntrospector introspector = new PostgresIntrospector();
    private final Function<Schema, List<String>> creating;

    /**
     * @param creating the statements that make a schema where there is only its empty home: declared schemas, extensions, enums,
     *     tables and all that is theirs. Each can be in a transaction.
     */
    public PostgresReadBack(Function<Schema, List<String>> creating) {
        this.creating = creating;
    }

    /**
     * @param connection in whatever state; if it's within a transaction, that goes on
     * @param wished a schema that holds together
     * @return the same schema, in the server's words
     * @throws Problem if the server doesn't take it: a function that isn't there, a literal that is no date
     */
    public Schema asPrinted(Connection connection, Schema wished) throws SQLException {
        List<Name> unclear = wished.tables().entrySet().stream()
                .filter(table -> OnlyServerKnows.of(wished, table.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        List<Routine<?>> routines = Routines.all(wished).stream()
                .<Routine<?>>filter(routine -> OnlyServerKnows.of(wished, routine))
                .toList();
        boolean plain = wished.all(Kind.DOMAIN).isEmpty() && !wished.hasViews();
        if (plain
                && unclear.isEmpty()
                && routines.isEmpty()
                && wished.extensions().isEmpty()) {
            return wished;
        }
        try {
            return Traceless.run(connection, () -> asPrinted(connection, wished, unclear, routines));
        } catch (SQLException failed) {
            throw Refusal.explained(failed);
        }
    }

    private Schema asPrinted(Connection connection, Schema wished, List<Name> unclear, List<Routine<?>> routines)
            throws SQLException {
        Schema completed = wished;
        Schema made = wished;
        for (Name table : wished.tables().keySet()) {
            made = made.withoutTable(table);
        }
        for (Routine<?> routine : Routines.all(wished)) {
            made = made.without(Routines.kind(routine), routine.signature().key());
        }
        Set<Name> ofDomains = Sequences.usedByDomains(wished);
        for (Map.Entry<Name, Sequence> sequence : wished.all(Kind.SEQUENCE).entrySet()) {
            made = ofDomains.contains(sequence.getKey())
                    ? made.with(
                            Kind.SEQUENCE,
                            sequence.getKey(),
                            sequence.getValue().withOwner(Optional.empty()))
                    : made.without(Kind.SEQUENCE, sequence.getKey());
        }
        for (Name view : wished.all(Kind.VIEW).keySet()) {
            made = made.without(Kind.VIEW, view);
        }
        for (KnownExtension known : known(connection, wished)) {
            completed = completed.withExtension(known.name(), known.completed(wished));
            made = known.installed() ? made.withoutExtension(known.name()) : made;
        }
        for (int from = 0; from < unclear.size(); from += AT_ONCE) {
            Schema part = made;
            for (Name table : unclear.subList(from, Math.min(from + AT_ONCE, unclear.size()))) {
                part = with(part, wished, table);
            }
            Schema scratch = withCalled(withQueried(wished, part), wished);
            Schema printed = Traceless.run(connection, () -> printed(connection, scratch));
            for (Name table : part.tables().keySet()) {
                completed = completed.with(table, completed(wished.table(table), printed.table(table)));
            }
        }
        if (!wished.all(Kind.DOMAIN).isEmpty()) {
            Schema scratch = withCalled(made, wished);
            Schema printed = Traceless.run(connection, () -> printed(connection, scratch));
            for (Map.Entry<Name, Domain> domain : wished.all(Kind.DOMAIN).entrySet()) {
                completed = completed.with(
                        Kind.DOMAIN,
                        domain.getKey(),
                        printed.get(Kind.DOMAIN, domain.getKey())
                                .withComment(domain.getValue().comment()));
            }
        }
        Schema withViews = withViews(connection, wished, made, completed);
        return routines.isEmpty() ? withViews : withRoutines(connection, wished, made, routines, withViews);
    }

    private Schema withViews(Connection connection, Schema wished, Schema made, Schema completed) throws SQLException {
        List<Name> views = List.copyOf(wished.all(Kind.VIEW).keySet());
        Schema ordered = PostgresColumnOrder.of(connection, wished);
        Schema with = completed;
        for (int from = 0; from < views.size(); from += AT_ONCE) {
            List<Name> some = views.subList(from, Math.min(from + AT_ONCE, views.size()));
            Schema part = made;
            for (Name view : some) {
                part = withView(part, ordered, view);
            }
            for (Name view : some) {
                part = part.with(Kind.VIEW, view, alone(wished.get(Kind.VIEW, view)));
            }
            Schema scratch = withCalled(part, wished);
            Schema printed = Traceless.run(connection, () -> printed(connection, scratch));
            for (Name view : some) {
                with = with.with(Kind.VIEW, view, completed(wished.get(Kind.VIEW, view), printed.get(Kind.VIEW, view)));
            }
        }
        return with;
    }

    /** With a view as a plain one, and all that it stands on and which is wished. */
    private static Schema withView(Schema part, Schema wished, Name view) {
        Schema with = part;
        for (Name each : Views.withAllBelow(wished, view)) {
            with = with.with(Kind.VIEW, each, wished.get(Kind.VIEW, each).plain());
        }
        for (Name sequence : Views.sequences(wished, view)) {
            Sequence is = wished.get(Kind.SEQUENCE, sequence);
            with = with.with(Kind.SEQUENCE, sequence, is.withOwner(Optional.empty()));
        }
        for (Name table : Views.tables(wished, view)) {
            if (with.findTable(table).isEmpty()) {
                with = with(with, wished, table);
                with = with.with(table, with.table(table).withPolicies(Map.of()));
            }
        }
        return with;
    }

    /** The view without a comment; kept only where the server has something to say of its indexes. */
    private static View alone(View view) {
        Map<String, Index> unclear = new LinkedHashMap<>(view.indexes());
        unclear.values().removeIf(index -> !OnlyServerKnows.of(index));
        unclear.replaceAll((name, index) -> index.withComment(Optional.empty()));
        return unclear.isEmpty() ? view.plain() : view.withIndexes(unclear).withComment(Optional.empty());
    }

    private static View completed(View wished, View printed) {
        View completed = wished.withQuery(printed.query());
        for (Map.Entry<String, Index> index : printed.indexes().entrySet()) {
            completed = completed.with(
                    index.getKey(),
                    index.getValue()
                            .withComment(wished.indexes().get(index.getKey()).comment()));
        }
        return completed;
    }

    /** With the functions that the tables' expressions call, and which a scratch schema can hold. */
    private static Schema withCalled(Schema part, Schema wished) {
        Schema with = part;
        for (Routine<?> routine : Routines.all(wished)) {
            boolean called = !Calls.of(part, routine.signature().name()).isEmpty()
                    || !Calls.ofTriggers(part, routine.signature()).isEmpty();
            with = called && Routines.tables(wished, routine).isEmpty() ? Routines.with(with, routine) : with;
        }
        return with;
    }

    private Schema withRoutines(
            Connection connection, Schema wished, Schema made, List<Routine<?>> routines, Schema completed)
            throws SQLException {
        Schema part = made;
        for (Routine<?> routine : routines) {
            part = Routines.with(part, routine);
            for (Name table : Routines.tables(wished, routine)) {
                part = part.with(table, alone(wished.table(table)).withPolicies(Map.of()));
            }
        }
        Schema scratch = withCalled(part, wished);
        Schema printed = Traceless.run(connection, () -> printed(connection, scratch));
        Schema with = completed;
        for (Routine<?> routine : routines) {
            with = with.without(Routines.kind(routine), routine.signature().key());
        }
        for (Routine<?> routine : Routines.all(printed)) {
            with = Routines.with(with, routine);
        }
        return with;
    }

    /** With a table, and the sequences that it names. */
    private static Schema with(Schema part, Schema wished, Name table) {
        Schema with = part.with(table, alone(wished.table(table)));
        for (Name sequence : Sequences.usedBy(wished, wished.table(table))) {
            Sequence is = wished.get(Kind.SEQUENCE, sequence);
            with = with.with(Kind.SEQUENCE, sequence, is.withOwner(Optional.empty()));
        }
        return with;
    }

    /** With the tables and views that policies of the others ask, as far as they are wished. */
    private static Schema withQueried(Schema wished, Schema part) {
        Schema whole = part;
        for (Table asking : part.tables().values()) {
            for (Name name : asking.policies().isEmpty()
                    ? Set.<Name>of()
                    : wished.tables().keySet()) {
                boolean asked = whole.findTable(name).isEmpty()
                        && asking.policies().values().stream().anyMatch(policy -> policy.queries(name.local()));
                if (asked) {
                    Schema with = with(whole, wished, name);
                    whole = with.with(name, with.table(name).withPolicies(Map.of()));
                }
            }
            for (Name name : asking.policies().isEmpty()
                    ? Set.<Name>of()
                    : wished.all(Kind.VIEW).keySet()) {
                boolean asked = asking.policies().values().stream().anyMatch(policy -> policy.queries(name.local()));
                whole = asked ? withView(whole, wished, name) : whole;
            }
        }
        return whole;
    }

    /**
     * An extension that the server could have, or has.
     *
     * @param version the one it has, or else would make
     */
    private record KnownExtension(String name, String version, boolean installed) {
        Extension completed(Schema wished) {
            Extension extension = wished.extensions().get(name);
            return new Extension(extension.schema(), extension.version().or(() -> Optional.ofNullable(version)));
        }
    }

    private static List<KnownExtension> known(Connection connection, Schema wished) throws SQLException {
        List<KnownExtension> known = new ArrayList<>();
        Object[] names = wished.extensions().keySet().toArray();
        if (names.length > 0) {
            Rows.each(
                    connection,
                    EXTENSIONS,
                    "text",
                    names,
                    row -> known.add(new KnownExtension(row.text("name"), row.text("version"), row.is("installed"))));
        }
        return known;
    }

    /** The table without what points elsewhere, and without comments. */
    private static Table alone(Table table) {
        Map<String, Trigger> conditional = new LinkedHashMap<>(table.triggers());
        conditional.values().removeIf(trigger -> trigger.condition().isEmpty());
        Table alone = table.withComment(Optional.empty())
                .withForeignKeys(Map.of())
                .withTriggers(conditional)
                .withPartitioning(Optional.empty());
        for (Map.Entry<String, Column> column : table.columns().entrySet()) {
            alone = alone.with(column.getKey(), column.getValue().withComment(Optional.empty()));
        }
        for (Map.Entry<String, Index> index : table.indexes().entrySet()) {
            alone = alone.with(index.getKey(), index.getValue().withComment(Optional.empty()));
        }
        return alone;
    }

    private Schema printed(Connection connection, Schema part) throws SQLException {
        ScratchSession session = ScratchSession.open(connection, part);
        Schema scratch = session.names().there(part);
        session.run(creating.apply(scratch));
        return session.names()
                .back(introspector.read(
                        connection, scratch.setting(), scratch.schemas(), name -> true, session.printPath()));
    }

    private static Table completed(Table wished, Table printed) {
        Table completed = wished.withChecks(printed.checks())
                .withExcludes(printed.excludes())
                .withStorage(printed.storage())
                .withPolicies(printed.policies());
        for (Map.Entry<String, Trigger> trigger : printed.triggers().entrySet()) {
            completed = completed.with(
                    trigger.getKey(),
                    wished.triggers()
                            .get(trigger.getKey())
                            .withCondition(trigger.getValue().condition()));
        }
        for (Map.Entry<String, Column> column : wished.columns().entrySet()) {
            completed = completed.with(
                    column.getKey(),
                    printed.column(column.getKey())
                            .withComment(column.getValue().comment()));
        }
        for (Map.Entry<String, Index> index : printed.indexes().entrySet()) {
            Optional<String> comment =
                    Optional.ofNullable(wished.indexes().get(index.getKey())).flatMap(Index::comment);
            completed = completed.with(index.getKey(), index.getValue().withComment(comment));
        }
        return completed;
    }
}
