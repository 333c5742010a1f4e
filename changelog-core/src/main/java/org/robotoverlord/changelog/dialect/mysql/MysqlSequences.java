package org.robotoverlord.changelog.dialect.mysql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.robotoverlord.changelog.dialect.Moment;
import org.robotoverlord.changelog.dialect.Statement;
import org.robotoverlord.changelog.dialect.Unsupported;
import org.robotoverlord.changelog.schema.ColumnType;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Sequence;
import org.robotoverlord.changelog.schema.Sequences;
import org.robotoverlord.changelog.schema.Value;

/**
 * Makes sequences, which MariaDB has and MySQL hasn't, and makes them count otherwise. One has no type but its bounds, and is a table
 * of one row that tells how it counts.
 */
final class MysqlSequences {
    /** The greatest number that one counts to; downwards it is one further. */
    private static final long FURTHEST = Long.MAX_VALUE - 1;

    private static final Pattern NAMED = Pattern.compile(
            "\"(?:[^\"]|\"\")*+\"|`(?:[^`]|``)*+`|--[^\n]*|/\\*.*?\\*/"
                    + "|\\b(?<call>(?:next|set)val)\\s*\\(\\s*'(?<name>(?:[^']|'')*+)'|'(?:[^'\\\\]|''|\\\\.)*+'",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern PART = Pattern.compile("\"((?:[^\"]|\"\")++)\"|([^.\"]+)");

    private final Moment moment;
    private final MysqlPhrases write;

    MysqlSequences(Moment moment, MysqlPhrases write) {
        this.moment = moment;
        this.write = write;
    }

    Statement create(Name name, Sequence sequence) {
        requireFree(name, sequence);
        write.requireKept(name);
        List<String> options = new ArrayList<>();
        sequence.start().ifPresent(start -> options.add("start with " + start));
        sequence.increment().ifPresent(step -> options.add("increment by " + step));
        add(options, least(sequence) != usualLeast(sequence), "minvalue " + least(sequence));
        add(options, most(sequence) != usualMost(sequence), "maxvalue " + most(sequence));
        options.add(cache(sequence));
        add(options, sequence.cycle(), "cycle");
        return outside(
                "create sequence " + write.name(name) + " " + String.join(" ", options),
                MysqlEvidence.table(moment.before().local(name), true));
    }

    private static void requireFree(Name name, Sequence sequence) {
        sequence.ownedBy().ifPresent(owner -> {
            throw new Unsupported("MariaDB's sequences go with no column; leave 'ownedBy: " + owner + "' of '" + name
                    + "' out, or give the column an identity");
        });
    }

    Statement drop(Name name) {
        return outside(
                "drop sequence " + write.name(name),
                MysqlEvidence.table(moment.before().local(name), false));
    }

    List<Statement> alter(Name name) {
        Sequence was = moment.before().get(Kind.SEQUENCE, name);
        Sequence is = moment.after().get(Kind.SEQUENCE, name);
        requireFree(name, is);
        List<String> options = new ArrayList<>();
        add(options, step(was) != step(is), "increment by " + step(is));
        add(options, least(was) != least(is), "minvalue " + least(is));
        add(options, most(was) != most(is), "maxvalue " + most(is));
        add(options, first(was) != first(is), "start with " + first(is));
        add(options, is.isApartFrom(was), "restart with " + first(is));
        add(options, !was.cache().equals(is.cache()), cache(is));
        add(options, was.cycle() != is.cycle(), is.cycle() ? "cycle" : "nocycle");
        if (options.isEmpty()) {
            return List.of();
        }
        String done = "select 1 from " + write.name(name) + " where increment = " + step(is) + " and minimum_value = "
                + least(is) + " and maximum_value = " + most(is) + " and start_value = " + first(is)
                + " and cache_size = " + is.cache().orElse(0L) + " and cycle_option = " + (is.cycle() ? 1 : 0);
        return List.of(outside("alter sequence " + write.name(name) + " " + String.join(" ", options), done));
    }

    /** The new name; what names the sequence in a string is told it by others. */
    Statement rename(Name from, Name to) {
        write.requireKept(to);
        Name source = moment.before().local(from);
        requireNamedInStrings(source);
        return outside(
                "rename table " + write.name(source) + " to "
                        + write.name(moment.before().local(to)),
                MysqlEvidence.table(source, false));
    }

    private void requireNamedInStrings(Name name) {
        moment.before()
                .tables()
                .forEach((table, is) -> is.columns()
                        .forEach((column, of) -> of.defaultValue()
                                .filter(value -> value instanceof Value.Sql sql
                                        && sql.sql().mentions(name.local()))
                                .ifPresent(value -> {
                                    throw new Unsupported(
                                            "MariaDB's defaults keep the name of a sequence, and that of '" + table
                                                    + "." + column + "' names '" + name + "'; write nextval('" + name
                                                    + "') there, which follows");
                                })));
    }

    /** What moves the sequences of a database to another; a default that names one would keep the old name. */
    List<Statement> move(String from, String to) {
        List<Statement> statements = new ArrayList<>();
        for (Name name : moment.before().all(Kind.SEQUENCE).keySet()) {
            if (name.schema().filter(from::equals).isPresent()) {
                if (!Sequences.usersOf(moment.before(), name).isEmpty()) {
                    throw new Unsupported("MariaDB's defaults keep the name of a sequence, and one names '" + name
                            + "'; take the default away before its schema gets another name, and set it after");
                }
                statements.add(rename(name, Name.of(to, name.local())));
            }
        }
        return statements;
    }

    private Statement outside(String sql, String done) {
        return Statement.outside(sql, List.of(moment.change()), Optional.of(done));
    }

    private static void add(List<String> options, boolean differs, String option) {
        if (differs) {
            options.add(option);
        }
    }

    private static String cache(Sequence sequence) {
        return sequence.cache().map(cache -> "cache " + cache).orElse("nocache");
    }

    private static long step(Sequence sequence) {
        return sequence.increment().orElse(1L);
    }

    private static long first(Sequence sequence) {
        return Math.min(Math.max(sequence.numbers().first(), least(sequence)), most(sequence));
    }

    private static long least(Sequence sequence) {
        return Math.max(sequence.least(), -FURTHEST - 1);
    }

    private static long most(Sequence sequence) {
        return Math.min(sequence.most(), FURTHEST);
    }

    private static long usualLeast(Sequence sequence) {
        return step(sequence) > 0 ? 1 : -FURTHEST - 1;
    }

    private static long usualMost(Sequence sequence) {
        return step(sequence) > 0 ? FURTHEST : -1;
    }

    /** How a wished one would come back. */
    static Sequence asKept(Sequence is) {
        return read(first(is), step(is), least(is), most(is), is.cache().orElse(0L), is.cycle());
    }

    /** One that counts so: the furthest that the server counts to is where the type ends. */
    static Sequence read(long first, long step, long least, long most, long cache, boolean cycle) {
        return new Sequence(
                ColumnType.of("bigint"),
                Optional.of(first),
                Optional.of(step),
                Optional.of(least).filter(bound -> bound > -FURTHEST - 1),
                Optional.of(most).filter(bound -> bound < FURTHEST),
                Optional.of(cache).filter(numbers -> numbers > 1),
                cycle,
                Optional.empty());
    }

    /** What the server prints of a table, without the home's name before sequences in it. */
    static String atHome(String printed, String home) {
        return printed.replace("nextval(" + MysqlQuotes.name(home) + ".", "nextval(");
    }

    /** The SQL with sequences that it names in strings, as models do for all databases, named as the server has it. */
    static String named(String sql, Function<Name, String> quoted) {
        return NAMED.matcher(sql).replaceAll(found -> {
            Matcher piece = (Matcher) found;
            boolean names = piece.group("call") != null;
            return Matcher.quoteReplacement(
                    names ? piece.group("call") + "(" + quoted.apply(parsed(piece.group("name"))) : piece.group());
        });
    }

    private static Name parsed(String text) {
        List<String> parts = new ArrayList<>();
        Matcher part = PART.matcher(text.replace("''", "'").strip());
        while (part.find()) {
            parts.add(
                    part.group(1) != null
                            ? part.group(1).replace("\"\"", "\"")
                            : part.group(2).strip().toLowerCase(Locale.ROOT));
        }
        return parts.size() == 2 ? Name.of(parts.get(0), parts.get(1)) : Name.of(String.join(".", parts));
    }
}
