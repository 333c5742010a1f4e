package org.robotoverlord.changelog.dialect.h2;

import java.util.ArrayList;
import java.util.List;
import org.robotoverlord.changelog.dialect.Moment;
import org.robotoverlord.changelog.dialect.Statement;
import org.robotoverlord.changelog.dialect.Unsupported;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.PortableType;
import org.robotoverlord.changelog.schema.Sequence;

/** Makes sequences, and makes them count otherwise. */
final class H2Sequences {
    private final Moment moment;
    private final H2Phrases write;
    private final H2Tables tables;

    H2Sequences(Moment moment, H2Phrases write, H2Tables tables) {
        this.moment = moment;
        this.write = write;
        this.tables = tables;
    }

    Statement create(Name name, Sequence sequence) {
        requireFree(name, sequence);
        String type = sequence.type().is(PortableType.BIGINT) ? "" : " as " + write.type(sequence.type());
        String numbering = write.numbering(sequence.numbers());
        return tables.step(
                "create sequence " + write.name(name) + type + (numbering.isEmpty() ? "" : " " + numbering),
                tables.evidence().sequence(name, true));
    }

    private static void requireFree(Name name, Sequence sequence) {
        sequence.ownedBy().ifPresent(owner -> {
            throw new Unsupported("H2's sequences go with no column; leave 'ownedBy: " + owner + "' of '" + name
                    + "' out, or give the column an identity");
        });
    }

    Statement drop(Name name) {
        return tables.step(
                "drop sequence " + write.name(name), tables.evidence().sequence(name, false));
    }

    List<Statement> alter(Name name, Sequence was, Sequence is) {
        requireFree(name, is);
        if (!was.type().equals(is.type())) {
            throw new Unsupported("H2 gives a sequence no other type; write " + is.type() + "'s bounds as 'min' and"
                    + " 'max' of '" + name + "', or drop it and create another");
        }
        if (step(was) > 0 != step(is) > 0) {
            throw new Unsupported("H2 turns no sequence round; drop '" + name + "' and create another");
        }
        List<String> options = new ArrayList<>();
        add(options, step(was) != step(is), "increment by " + step(is));
        add(options, was.least() != is.least(), "minvalue " + is.least());
        add(options, was.most() != is.most(), "maxvalue " + is.most());
        long first = is.numbers().first();
        add(options, was.numbers().first() != first, "start with " + first);
        add(options, is.isApartFrom(was), "restart with " + first);
        add(options, !was.cache().equals(is.cache()), "cache " + is.cache().orElse(H2ColumnRow.USUAL_CACHE));
        add(options, was.cycle() != is.cycle(), is.cycle() ? "cycle" : "no cycle");
        return options.isEmpty()
                ? List.of()
                : List.of(moment.statement("alter sequence " + write.name(name) + " " + String.join(" ", options)));
    }

    static Unsupported keepsName(Name name) {
        return new Unsupported("H2 gives a sequence no other name; create one, and drop '" + name + "'");
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
