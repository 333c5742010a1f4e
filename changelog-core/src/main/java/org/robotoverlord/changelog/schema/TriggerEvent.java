package org.robotoverlord.changelog.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.robotoverlord.changelog.form.MappingForm;
import org.robotoverlord.changelog.form.Scalar;
import org.robotoverlord.changelog.form.Written;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.problem.Suggestion;

/** What a {@link Trigger} is called on: {@code insert}, or {@code {update: [email]}} for some columns alone. */
@MappingForm(TriggerEvent.UpdateOf.class)
public sealed interface TriggerEvent extends Written {
    /** What happens to rows. */
    enum Kind {
        INSERT,
        UPDATE,
        DELETE,
        TRUNCATE;

        /** As it is written. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Reads {@code insert} and the like. */
    static TriggerEvent parse(Scalar scalar) {
        List<String> known = Arrays.stream(Kind.values()).map(Kind::text).toList();
        if (!known.contains(scalar.text())) {
            throw new Problem("'" + scalar.text() + "' is nothing that a trigger is called on"
                    + Suggestion.of(scalar.text(), known) + "; write one of " + known);
        }
        return new Any(Kind.valueOf(scalar.text().toUpperCase(Locale.ROOT)));
    }

    /** What happens. */
    Kind kind();

    /** The columns that it is about; none where it is about all. */
    List<String> columns();

    /** The same with a column renamed. */
    TriggerEvent renameColumn(String from, String to);

    /**
     * Something that happens to whole rows.
     *
     * @param kind what
     */
    record Any(Kind kind) implements TriggerEvent {
        @Override
        public List<String> columns() {
            return List.of();
        }

        @Override
        public TriggerEvent renameColumn(String from, String to) {
            return this;
        }

        @Override
        public Optional<Scalar> written() {
            return Optional.of(Scalar.plain(kind.text()));
        }
    }

    /**
     * {@code {update: [email]}}.
     *
     * @param update the columns; their order means nothing
     */
    record UpdateOf(List<String> update) implements TriggerEvent {
        public UpdateOf {
            update = update.stream().distinct().sorted().toList();
            if (update.isEmpty()) {
                throw new Problem("a trigger is called on the update of no column; name one, or write update alone");
            }
        }

        @Override
        public Kind kind() {
            return Kind.UPDATE;
        }

        @Override
        public List<String> columns() {
            return update;
        }

        @Override
        public TriggerEvent renameColumn(String from, String to) {
            return new UpdateOf(ColumnLists.rename(update, from, to));
        }

        @Override
        public Optional<Scalar> written() {
            return Optional.empty();
        }
    }
}
