package org.robotoverlord.changelog.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.robotoverlord.changelog.form.Inline;
import org.robotoverlord.changelog.schema.ColumnType;
import org.robotoverlord.changelog.schema.Domain;
import org.robotoverlord.changelog.schema.Domains;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.TypeChange;

/**
 * Makes a domain another one under its name. Values that are there must keep what it says then; where it is made of another type they
 * are cast.
 *
 * <pre>{@code
 * - alterDomain: {name: email, type: text, checks: {email_check: "value like '%_@_%'"}}
 * }</pre>
 *
 * @param name its name
 * @param domain what it is made of, and what its values keep, afterwards: the whole of it
 */
public record AlterDomain(Name name, @Inline Domain domain) implements Change {
    @Override
    public Optional<String> loses(Schema before) {
        Schema after = before.with(Kind.DOMAIN, name, domain);
        ColumnType from = Domains.base(before, before.get(Kind.DOMAIN, name).type());
        ColumnType to = Domains.base(after, domain.type());
        return TypeChange.holdsLess(from, to)
                ? Optional.of("values of domain '" + name + "' that " + from + " holds and " + to + " doesn't")
                : Optional.empty();
    }

    @Override
    public List<NeededFill> neededFills(Schema before) {
        if (domain.nullable() || !before.get(Kind.DOMAIN, name).nullable()) {
            return List.of();
        }
        List<NeededFill> needed = new ArrayList<>();
        Domains.columnsUnder(before, name)
                .forEach((table, columns) -> columns.forEach(column -> {
                    var is = before.table(table).column(column);
                    if (is.nullable() && !is.type().array() && !Domains.isRequired(before, is.type())) {
                        needed.add(new NeededFill(table, column, true, Optional.empty(), Optional.of(name)));
                    }
                }));
        return needed;
    }

    @Override
    public Schema apply(Schema before) {
        Presence.of(Kind.DOMAIN, before, name, "name");
        if (!before.get(Kind.DOMAIN, name).type().equals(domain.type())) {
            Domains.columnsUnder(before, name)
                    .forEach((table, columns) -> columns.forEach(column ->
                            Partitions.requireNoKey(before, table, column, "made anew with its domain", "type")));
        }
        Schema after = UserTypes.whole(before.with(Kind.DOMAIN, name, domain), name);
        Domains.over(after, name).forEach(over -> UserTypes.whole(after, over));
        Domains.columnsUnder(after, name).keySet().forEach(after::require);
        return after;
    }

    @Override
    public Change reverse(Schema before) {
        return new AlterDomain(name, before.get(Kind.DOMAIN, name));
    }

    @Override
    public String describe() {
        return "alter domain " + name;
    }

    @Override
    public String slug() {
        return "alter_" + name.local();
    }

    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
