package org.robotoverlord.changelog.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.robotoverlord.changelog.dialect.HeldTriggers;
import org.robotoverlord.changelog.schema.Expression;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Trigger;
import org.robotoverlord.changelog.schema.TriggerEvent;

/**
 * What a {@code create trigger} says.
 *
 * @param when empty for one that takes the place of what happens to a view
 * @param body from {@code begin} to {@code end}
 * @see <a href="https://www.sqlite.org/lang_createtrigger.html">CREATE TRIGGER</a>
 */
record TriggerText(Optional<Trigger.When> when, TriggerEvent on, Optional<Expression> condition, String body) {
    static TriggerText read(String sql) {
        Tokens tokens = new Tokens(sql);
        tokens.skipPast("trigger");
        tokens.take("if", "not", "exists");
        tokens.qualifiedName();
        boolean instead = tokens.take("instead", "of");
        boolean after = tokens.take("after");
        if (!after && !instead) {
            tokens.take("before");
        }
        TriggerEvent on = event(tokens);
        tokens.skipPast("on");
        tokens.qualifiedName();
        tokens.take("for", "each", "row");
        Optional<Expression> condition =
                tokens.take("when") ? Optional.of(Expression.of(tokens.until("begin"))) : Optional.empty();
        Trigger.When when = after ? Trigger.When.AFTER : Trigger.When.BEFORE;
        return new TriggerText(instead ? Optional.empty() : Optional.of(when), on, condition, tokens.rest());
    }

    private static TriggerEvent event(Tokens tokens) {
        if (tokens.take("update", "of")) {
            List<String> columns = new ArrayList<>();
            do {
                columns.add(tokens.name());
            } while (tokens.take(","));
            return new TriggerEvent.UpdateOf(columns);
        }
        TriggerEvent.Kind kind = tokens.take("insert")
                ? TriggerEvent.Kind.INSERT
                : tokens.take("delete") ? TriggerEvent.Kind.DELETE : TriggerEvent.Kind.UPDATE;
        return new TriggerEvent.Any(kind);
    }

    /** Whether no table has it. */
    boolean isOfAView() {
        return when.isEmpty();
    }

    /** A schema with it. */
    Schema into(Schema schema, Name table, String name) {
        return HeldTriggers.with(schema, table, name, when.orElseThrow(), on, condition, body);
    }
}
