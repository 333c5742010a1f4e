package org.robotoverlord.changelog.dialect.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.robotoverlord.changelog.change.AlterPolicy;
import org.robotoverlord.changelog.change.RenamePolicy;
import org.robotoverlord.changelog.dialect.Moment;
import org.robotoverlord.changelog.dialect.Phrases;
import org.robotoverlord.changelog.dialect.Statement;
import org.robotoverlord.changelog.dialect.TableSql;
import org.robotoverlord.changelog.schema.Expression;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Policy;
import org.robotoverlord.changelog.schema.RowSecurity;
import org.robotoverlord.changelog.schema.Table;

/**
 * Writes row security and policies.
 *
 * @see <a href="https://www.postgresql.org/docs/current/ddl-rowsecurity.html">Row Security Policies</a>
 */
final class PostgresPolicies {
    /** Who a role may be that isn't called by its name; the server keeps who that is at the time. */
    private static final Set<String> WORDS = Set.of("current_user", "current_role", "session_user");

    private final Moment moment;
    private final Phrases write;
    private final TableSql tables;

    PostgresPolicies(Moment moment, Phrases write, TableSql tables) {
        this.moment = moment;
        this.write = write;
        this.tables = tables;
    }

    /** All that a new table has. */
    List<Statement> of(Name name, Table table) {
        List<Statement> statements = new ArrayList<>(secure(name, RowSecurity.OFF, table.rowSecurity()));
        table.policies().forEach((policy, is) -> statements.add(create(name, policy, is)));
        return statements;
    }

    /** What leads from one row security to another. */
    List<Statement> secure(Name table, RowSecurity was, RowSecurity is) {
        List<String> clauses = new ArrayList<>();
        if (was == RowSecurity.FORCED && is != RowSecurity.FORCED) {
            clauses.add("no force row level security");
        }
        if (was != RowSecurity.OFF && is == RowSecurity.OFF) {
            clauses.add("disable row level security");
        }
        if (was == RowSecurity.OFF && is != RowSecurity.OFF) {
            clauses.add("enable row level security");
        }
        if (was != RowSecurity.FORCED && is == RowSecurity.FORCED) {
            clauses.add("force row level security");
        }
        return clauses.isEmpty() ? List.of() : List.of(tables.alone(table, String.join(", ", clauses)));
    }

    Statement create(Name table, String name, Policy policy) {
        String command = policy.command() == Policy.Command.ALL
                ? ""
                : " for " + policy.command().name().toLowerCase(Locale.ROOT);
        String roles = policy.to().isEmpty() ? "" : " to " + roles(policy);
        return moment.statement("create policy " + on(table, name) + (policy.permissive() ? "" : " as restrictive")
                + command + roles + expressions(policy));
    }

    Statement drop(Name table, String name) {
        return moment.statement("drop policy " + on(table, name));
    }

    Statement rename(RenamePolicy change) {
        return moment.statement(
                "alter policy " + on(change.table(), change.from()) + " rename to " + write.name(change.to()));
    }

    /** The server alters neither what a policy is about nor its kind, and takes no expression away. */
    List<Statement> alter(AlterPolicy change) {
        Name table = change.table();
        Policy was = moment.before().table(table).policies().get(change.name());
        Policy is = change.policy();
        boolean alterable = was.command() == is.command()
                && was.permissive() == is.permissive()
                && !isTaken(was.using(), is.using())
                && !isTaken(was.check(), is.check());
        return alterable
                ? List.of(moment.statement(
                        "alter policy " + on(table, change.name()) + " to " + roles(is) + expressions(is)))
                : List.of(drop(table, change.name()), create(table, change.name(), is));
    }

    private static boolean isTaken(Optional<Expression> was, Optional<Expression> is) {
        return was.isPresent() && is.isEmpty();
    }

    private String on(Name table, String name) {
        return write.name(name) + " on " + write.name(table);
    }

    private String roles(Policy policy) {
        return policy.to().isEmpty()
                ? "public"
                : policy.to().stream()
                        .map(role -> WORDS.contains(role) ? role : write.name(role))
                        .collect(Collectors.joining(", "));
    }

    private String expressions(Policy policy) {
        return policy.using().map(sql -> " using " + write.enclosed(sql)).orElse("")
                + policy.check()
                        .map(sql -> " with check " + write.enclosed(sql))
                        .orElse("");
    }
}
