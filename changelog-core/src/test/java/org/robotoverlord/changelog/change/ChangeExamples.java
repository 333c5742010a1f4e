package org.robotoverlord.changelog.change;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Every kind of change, in the situations that matter. One entry in a group gives a kind its tests: the law of reversal, YAML there and
 * back, and for each database the SQL and what comes of it, up and down.
 *
 * <p>Where an entry is added or the SQL is changed on purpose, {@code mvn test -pl changelog-core -Dtest='*DialectTest'
 * -Drobot.goldens=write} writes the SQL anew; what it wrote is to be read before it is committed.
 */
public final class ChangeExamples {
    private static final List<ChangeExample> ALL = Stream.of(
                    new TableExamples(),
                    new ColumnExamples(),
                    new TypeExamples(),
                    new ConstraintExamples(),
                    new ExcludeExamples(),
                    new IndexExamples(),
                    new EnumExamples(),
                    new DomainExamples(),
                    new SequenceExamples(),
                    new SchemaExamples(),
                    new RoutineExamples(),
                    new TriggerExamples(),
                    new RowExamples(),
                    new SqlExamples(),
                    new StorageExamples(),
                    new PolicyExamples(),
                    new ViewExamples(),
                    new PartitionExamples())
            .flatMap(group -> group.all().stream())
            .toList();

    static {
        Set<String> names = new HashSet<>();
        for (ChangeExample example : ALL) {
            if (!names.add(example.name())) {
                throw new IllegalStateException("two examples are called " + example.name());
            }
        }
    }

    private ChangeExamples() {}

    /** All of them. */
    public static List<ChangeExample> all() {
        return ALL;
    }

    /** The schema and the rows that most of them are applied to. */
    public static List<Change> forum() {
        return Forum.changes();
    }
}
