package org.robotoverlord.changelog.diff;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.robotoverlord.changelog.change.CreateSequence;
import org.robotoverlord.changelog.change.DropSequence;
import org.robotoverlord.changelog.change.RenameSequence;
import org.robotoverlord.changelog.schema.ColumnName;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Sequence;

/** Sequences for {@link RandomSchemas}: by themselves, and with a column that they go with. */
final class RandomSequences {
    static final List<String> SEQUENCES = List.of("ticket", "Odd \"one\"", "members", "one");

    private final Dice dice;
    private final RandomColumns columns;

    RandomSequences(Dice dice, RandomColumns columns) {
        this.dice = dice;
        this.columns = columns;
    }

    /** With a sequence more, less, or another. */
    Schema step(Schema before) {
        Map<Name, Sequence> all = before.all(Kind.SEQUENCE);
        if (all.isEmpty() || dice.chance(25)) {
            return Attempt.of(
                    before, schema -> new CreateSequence(dice.fresh(SEQUENCES, all), columns.sequence()).apply(schema));
        }
        Name name = dice.pick(List.copyOf(all.keySet()));
        return switch (dice.below(4)) {
            case 0 -> Attempt.of(before, schema -> new DropSequence(name).apply(schema));
            case 1 -> Attempt.of(before, schema -> new RenameSequence(name, dice.fresh(SEQUENCES, all)).apply(schema));
            case 2 -> before.with(Kind.SEQUENCE, name, columns.sequence());
            default -> owned(before, name);
        };
    }

    /** With a column that a sequence goes with. */
    Schema owned(Schema before, Name name) {
        List<Name> beside = before.tables().keySet().stream()
                .filter(table -> table.schema().equals(name.schema()))
                .toList();
        if (beside.isEmpty() || dice.chance(50)) {
            return before;
        }
        Name table = dice.pick(beside);
        String column = dice.pick(List.copyOf(before.table(table).columns().keySet()));
        Sequence is = before.get(Kind.SEQUENCE, name);
        return before.with(Kind.SEQUENCE, name, is.withOwner(Optional.of(new ColumnName(table, column))));
    }
}
