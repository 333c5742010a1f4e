package org.robotoverlord.changelog.dialect.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.robotoverlord.changelog.dialect.Phrases;
import org.robotoverlord.changelog.schema.ColumnName;
import org.robotoverlord.changelog.schema.Identity;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.PortableType;
import org.robotoverlord.changelog.schema.Sequence;

/** Makes sequences, and changes those that are there without changing the number that they are at. */
final class PostgresSequences {
    private final Phrases write;

    PostgresSequences(Phrases write) {
        this.write = write;
    }

    String create(Name name, Sequence sequence) {
        String type = sequence.type().is(PortableType.BIGINT) ? "" : " as " + write.type(sequence.type());
        String numbering = write.numbering(sequence.numbers());
        return "create sequence " + write.name(name) + type + (numbering.isEmpty() ? "" : " " + numbering)
                + (sequence.ownedBy().isPresent() ? ownedBy(sequence.ownedBy()) : "");
    }

    /** The column that a sequence goes with, with a space before. */
    String ownedBy(Optional<ColumnName> owner) {
        return " owned by "
                + owner.map(column -> write.name(column.table()) + "." + write.name(column.column()))
                        .orElse("none");
    }

    /**
     * What makes a sequence another; empty where it is the same. A new type says both bounds, as the server would move those that it
     * takes for the old type's own.
     */
    Optional<String> alter(Name name, Sequence was, Sequence is) {
        Identity numbers = is.numbers();
        boolean retyped = !was.type().equals(is.type());
        List<String> options = new ArrayList<>();
        add(options, retyped, "as " + write.type(is.type()));
        add(options, step(was) != step(is), "increment by " + step(is));
        add(options, retyped || was.least() != is.least(), "minvalue " + is.least());
        add(options, retyped || was.most() != is.most(), "maxvalue " + is.most());
        add(options, was.numbers().first() != numbers.first(), "start with " + numbers.first());
        add(options, is.isApartFrom(was), "restart");
        add(options, !was.cache().equals(is.cache()), "cache " + is.cache().orElse(1L));
        add(options, was.cycle() != is.cycle(), is.cycle() ? "cycle" : "no cycle");
        String owner = was.ownedBy().equals(is.ownedBy()) ? "" : ownedBy(is.ownedBy());
        String all = (options.isEmpty() ? "" : " " + String.join(" ", options)) + owner;
        return all.isEmpty() ? Optional.empty() : Optional.of("alter sequence " + write.name(name) + all);
    }

    private static long step(Sequence sequence) {
        return sequence.increment().orElse(1L);
    }

    private static void add(List<String> options, boolean differs, String option) {
        if (differs) {
            options.add(option);
        }
    }
}
