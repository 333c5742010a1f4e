package org.robotoverlord.changelog.dialect.h2;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.robotoverlord.changelog.change.AlterDomain;
import org.robotoverlord.changelog.dialect.Moment;
import org.robotoverlord.changelog.dialect.Statement;
import org.robotoverlord.changelog.schema.Check;
import org.robotoverlord.changelog.schema.DerivedName;
import org.robotoverlord.changelog.schema.Domain;
import org.robotoverlord.changelog.schema.Domains;
import org.robotoverlord.changelog.schema.Expression;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;

/** Makes domains, and changes those that are in use: in place, but for what they are made of. That one takes no NULL is a check. */
final class H2Domains {
    private static final Check NOT_NULL = new Check(Expression.of("value is not null"));

    private final Moment moment;
    private final H2Phrases write;
    private final H2Tables tables;
    private final H2Names names;

    H2Domains(Moment moment, H2Phrases write, H2Tables tables, H2Names names) {
        this.moment = moment;
        this.write = write;
        this.tables = tables;
        this.names = names;
    }

    /** What the check is called that a domain takes no NULL. */
    static String notNull(Name domain) {
        return DerivedName.shortened(domain.local() + "_not_null");
    }

    List<Statement> create(Name name, Domain domain) {
        Map<String, Check> checks = checks(name, domain);
        List<Statement> statements = new ArrayList<>(names.freed(moment, name, checks.keySet(), tables));
        StringBuilder sql = new StringBuilder(bare(name, domain, write.type(domain.type())));
        checks.forEach((check, is) -> sql.append("\n  ").append(write.check(check, is)));
        statements.add(tables.step(sql.toString(), tables.evidence().domain(name, true)));
        return statements;
    }

    private static Map<String, Check> checks(Name name, Domain domain) {
        Map<String, Check> checks = new LinkedHashMap<>(domain.checks());
        if (!domain.nullable()) {
            checks.put(notNull(name), NOT_NULL);
        }
        return checks;
    }

    /** What makes a domain without its checks. One over another would have that one's default, whatever became of it later. */
    String bare(Name name, Domain domain, String type) {
        boolean over = Domains.find(moment.after(), domain.type()).isPresent();
        String value = domain.defaultValue().isPresent() || over ? " default " + defaultValue(domain) : "";
        return "create domain " + write.name(name) + " as " + type + value;
    }

    private String defaultValue(Domain domain) {
        return domain.defaultValue()
                .map(value -> write.defaultValue(domain.type(), value))
                .orElse("null");
    }

    Statement drop(Name name) {
        return tables.step("drop domain " + write.name(name), tables.evidence().domain(name, false));
    }

    Statement rename(Name from, String to) {
        return tables.step(
                "alter domain " + write.name(from) + " rename to " + write.name(to),
                tables.evidence().domain(from.sibling(to), true));
    }

    /** The check that it takes no NULL has another name with it. */
    List<Statement> renamed(Name from, Name to) {
        if (moment.before().get(Kind.DOMAIN, from).nullable()) {
            return List.of();
        }
        return List.of(tables.step(
                "alter domain " + write.name(to) + " rename constraint " + write.name(notNull(from)) + " to "
                        + write.name(notNull(to)),
                tables.evidence().domainConstraint(to, notNull(to), true)));
    }

    List<Statement> alter(AlterDomain change) {
        Name name = moment.before().local(change.name());
        Domain was = moment.before().get(Kind.DOMAIN, name);
        Domain is = moment.after().get(Kind.DOMAIN, name);
        Map<String, Check> fresh = without(checks(name, is), checks(name, was));
        List<Statement> statements = new ArrayList<>(names.freed(moment, name, fresh.keySet(), tables));
        boolean forgets = was.defaultValue().isPresent() && is.defaultValue().isEmpty();
        boolean over = Domains.find(moment.after(), is.type()).isPresent();
        if (!was.type().equals(is.type()) || forgets && over) {
            statements.addAll(new H2TypesAnew(moment, write, tables, this)
                    .made(name, to -> bare(to, is, write.type(is.type())), (table, column) -> Optional.empty()));
            return statements;
        }
        without(checks(name, was), checks(name, is))
                .keySet()
                .forEach(check -> statements.add(tables.step(
                        "alter domain " + write.name(name) + " drop constraint if exists " + write.name(check),
                        tables.evidence().domainConstraint(name, check, false))));
        if (!was.defaultValue().equals(is.defaultValue())) {
            statements.addAll(defaulted(name, forgets ? "drop default" : "set default " + defaultValue(is)));
        }
        statements.addAll(added(name, fresh));
        return statements;
    }

    /** H2 gives a domain's default also to each column that has none of its own, though it need not. */
    private List<Statement> defaulted(Name name, String clause) {
        List<Statement> statements = new ArrayList<>();
        statements.add(moment.statement("alter domain " + write.name(name) + " " + clause));
        moment.before()
                .columnsOf(name)
                .forEach((table, columns) -> columns.stream()
                        .filter(column -> moment.before()
                                .table(table)
                                .column(column)
                                .defaultValue()
                                .isEmpty())
                        .forEach(column -> statements.add(tables.dropDefault(table, column))));
        return statements;
    }

    private static Map<String, Check> without(Map<String, Check> checks, Map<String, Check> others) {
        Map<String, Check> left = new LinkedHashMap<>(checks);
        left.entrySet().removeAll(others.entrySet());
        return left;
    }

    /** The checks of a domain that was made without. */
    List<Statement> checked(Name name) {
        return added(name, checks(name, moment.after().get(Kind.DOMAIN, name)));
    }

    private List<Statement> added(Name name, Map<String, Check> checks) {
        List<Statement> statements = new ArrayList<>();
        checks.forEach((check, is) -> statements.add(tables.step(
                "alter domain " + write.name(name) + " add " + write.check(check, is),
                tables.evidence().domainConstraint(name, check, true))));
        return statements;
    }
}
