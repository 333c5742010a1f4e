package org.robotoverlord.changelog.dialect.postgres;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.robotoverlord.changelog.change.AlterDomain;
import org.robotoverlord.changelog.dialect.Moment;
import org.robotoverlord.changelog.dialect.Phrases;
import org.robotoverlord.changelog.dialect.Statement;
import org.robotoverlord.changelog.dialect.TableSql;
import org.robotoverlord.changelog.schema.Check;
import org.robotoverlord.changelog.schema.Column;
import org.robotoverlord.changelog.schema.ColumnType;
import org.robotoverlord.changelog.schema.Domain;
import org.robotoverlord.changelog.schema.Domains;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;

/** Makes domains, and changes those that are in use: in place as far as the server does that. */
final class PostgresDomains {
    private final Moment moment;
    private final Phrases write;
    private final TableSql tables;

    PostgresDomains(Moment moment, Phrases write, TableSql tables) {
        this.moment = moment;
        this.write = write;
        this.tables = tables;
    }

    /** A domain, and its comment. */
    List<Statement> create(Name name, Domain domain) {
        StringBuilder sql = new StringBuilder("create domain " + write.name(name) + " as " + write.type(domain.type()));
        domain.defaultValue()
                .map(value -> write.defaultValue(domain.type(), value))
                .or(() -> defaultBelow(domain))
                .ifPresent(value -> sql.append(" default ").append(value));
        sql.append(domain.nullable() ? "" : " not null");
        domain.checks().forEach((check, is) -> sql.append("\n  ").append(write.check(check, is)));
        List<Statement> statements = new ArrayList<>();
        statements.add(moment.statement(sql.toString()));
        domain.comment().ifPresent(text -> statements.add(comment(name, Optional.of(text))));
        return statements;
    }

    /** A domain over another would keep the default that the other had at that moment, whatever became of it later. */
    private Optional<String> defaultBelow(Domain domain) {
        return Domains.layers(moment.after(), domain.type()).stream()
                .findFirst()
                .map(below -> "null");
    }

    Statement comment(Name name, Optional<String> text) {
        return tables.comment("domain " + write.name(name), text);
    }

    /** The server changes all but what a domain is made of; and it looks at no values within arrays. */
    List<Statement> alter(AlterDomain change) {
        Name name = moment.before().local(change.name());
        Domain was = moment.before().get(Kind.DOMAIN, name);
        Domain is = moment.after().get(Kind.DOMAIN, name);
        Map<String, Check> fresh = without(is.checks(), was.checks());
        boolean tighter = was.nullable() && !is.nullable() || !fresh.isEmpty();
        return was.type().equals(is.type()) && !(tighter && isHeldInArrays(name))
                ? inPlace(name, was, is)
                : anew(name, was, is);
    }

    private static Map<String, Check> without(Map<String, Check> checks, Map<String, Check> others) {
        Map<String, Check> left = new LinkedHashMap<>(checks);
        left.entrySet().removeAll(others.entrySet());
        return left;
    }

    private boolean isHeldInArrays(Name name) {
        List<Name> over = new ArrayList<>(Domains.over(moment.before(), name));
        boolean within = over.stream()
                .anyMatch(domain ->
                        moment.before().get(Kind.DOMAIN, domain).type().array());
        return within
                || Domains.columnsUnder(moment.before(), name).entrySet().stream()
                        .anyMatch(user -> user.getValue().stream()
                                .anyMatch(column -> moment.before()
                                        .table(user.getKey())
                                        .column(column)
                                        .type()
                                        .array()));
    }

    private List<Statement> inPlace(Name name, Domain was, Domain is) {
        List<Statement> statements = new ArrayList<>();
        Map<String, Check> gone = without(was.checks(), is.checks());
        Map<String, Check> fresh = without(is.checks(), was.checks());
        Map<String, String> renamed = new LinkedHashMap<>();
        gone.forEach((from, check) -> fresh.entrySet().stream()
                .filter(other -> other.getValue().equals(check)
                        && !gone.containsKey(other.getKey())
                        && !renamed.containsValue(other.getKey()))
                .findFirst()
                .ifPresent(other -> renamed.put(from, other.getKey())));
        gone.keySet().removeAll(renamed.keySet());
        fresh.keySet().removeAll(renamed.values());
        gone.keySet().forEach(check -> statements.add(altered(name, "drop constraint " + write.name(check))));
        renamed.forEach((from, to) ->
                statements.add(altered(name, "rename constraint " + write.name(from) + " to " + write.name(to))));
        if (!was.defaultValue().equals(is.defaultValue())) {
            String value = is.defaultValue()
                    .map(given -> "set default " + write.defaultValue(is.type(), given))
                    .orElse("drop default");
            statements.add(altered(name, value));
        }
        fresh.forEach((check, body) -> statements.add(altered(name, "add " + write.check(check, body))));
        if (was.nullable() != is.nullable()) {
            statements.add(altered(name, is.nullable() ? "drop not null" : "set not null"));
        }
        if (!was.comment().equals(is.comment())) {
            statements.add(comment(name, is.comment()));
        }
        return statements;
    }

    private Statement altered(Name name, String what) {
        return moment.statement("alter domain " + write.name(name) + " " + what);
    }

    private List<Statement> anew(Name name, Domain was, Domain is) {
        PostgresCasts casts = new PostgresCasts(write, moment.after());
        return new PostgresTypesAnew(moment, write, tables).made(name, create(name, is), (column, table) -> {
            Column before = moment.before().table(table).column(column);
            Column after = moment.after().table(table).column(column);
            ColumnType from = Domains.base(moment.before(), before.type());
            ColumnType to = Domains.base(moment.after(), after.type());
            return casts.using(column, from, to).map(sql -> sql + "::" + write.type(after.type()));
        });
    }
}
