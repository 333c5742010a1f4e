package org.robotoverlord.changelog.change;

import java.util.Optional;
import java.util.stream.Stream;
import org.robotoverlord.changelog.form.Key;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.schema.Index;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Table;

/**
 * Says what people should know of a table, column, index, enum, domain or view, or no longer says it.
 *
 * <pre>{@code
 * - setComment: {table: users, column: email, comment: Where the robot writes to.}
 * - setComment: {enum: user_role}
 * }</pre>
 *
 * @param table the table, where it or a column of it is meant
 * @param column the table's column, where that is meant
 * @param index the index, where that is meant
 * @param enumType the enum, where that is meant
 * @param domain the domain, where that is meant
 * @param view the view, where that is meant
 * @param comment the text; absent for none
 */
public record SetComment(
        Optional<Name> table,
        Optional<String> column,
        Optional<Name> index,
        @Key("enum") Optional<Name> enumType,
        Optional<Name> domain,
        Optional<Name> view,
        Optional<String> comment)
        implements Change {
    public SetComment {
        comment = comment.filter(text -> !text.isEmpty());
        if (Stream.of(table, index, enumType, domain, view)
                        .filter(Optional::isPresent)
                        .count()
                != 1) {
            throw new Problem(
                    "setComment takes exactly one of table, index, enum, domain and view; write the one that is meant");
        }
        if (column.isPresent() && table.isEmpty()) {
            throw new Problem("setComment has a column and no table; add the table").about("column");
        }
    }

    /** A table's. */
    public static SetComment ofTable(Name table, Optional<String> comment) {
        return new SetComment(
                Optional.of(table),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                comment);
    }

    /** A column's. */
    public static SetComment ofColumn(Name table, String column, Optional<String> comment) {
        return new SetComment(
                Optional.of(table),
                Optional.of(column),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                comment);
    }

    /** An index's. */
    public static SetComment ofIndex(Name index, Optional<String> comment) {
        return new SetComment(
                Optional.empty(),
                Optional.empty(),
                Optional.of(index),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                comment);
    }

    /** An enum's. */
    public static SetComment ofEnum(Name enumType, Optional<String> comment) {
        return new SetComment(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(enumType),
                Optional.empty(),
                Optional.empty(),
                comment);
    }

    /** A domain's. */
    public static SetComment ofDomain(Name domain, Optional<String> comment) {
        return new SetComment(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(domain),
                Optional.empty(),
                comment);
    }

    /** A view's. */
    public static SetComment ofView(Name view, Optional<String> comment) {
        return new SetComment(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(view),
                comment);
    }

    private Optional<String> commentBefore(Schema before) {
        if (enumType.isPresent()) {
            return before.enumType(enumType.get()).comment();
        }
        if (domain.isPresent()) {
            return before.get(Kind.DOMAIN, domain.get()).comment();
        }
        if (view.isPresent()) {
            return ViewChanges.of(before, view.get(), "view").comment();
        }
        if (index.isPresent()) {
            return Indexes.named(before, index.get(), "index").comment();
        }
        Table of = before.table(table.orElseThrow());
        return column.map(name -> Columns.of(before, table.get(), name).comment())
                .orElse(of.comment());
    }

    private String target() {
        return enumType.map(name -> "enum " + name)
                .or(() -> domain.map(name -> "domain " + name))
                .or(() -> index.map(name -> "index " + name))
                .or(() -> view.map(name -> "view " + name))
                .or(() -> column.map(name -> "column " + table.orElseThrow() + "." + name))
                .orElseGet(() -> "table " + table.orElseThrow());
    }

    @Override
    public Schema apply(Schema before) {
        if (enumType.isPresent()) {
            return before.with(
                    Kind.ENUM, enumType.get(), before.enumType(enumType.get()).withComment(comment));
        }
        if (domain.isPresent()) {
            return before.with(
                    Kind.DOMAIN,
                    domain.get(),
                    before.get(Kind.DOMAIN, domain.get()).withComment(comment));
        }
        if (view.isPresent()) {
            return before.with(
                    Kind.VIEW,
                    view.get(),
                    ViewChanges.of(before, view.get(), "view").withComment(comment));
        }
        if (index.isPresent()) {
            Index commented = Indexes.named(before, index.get(), "index").withComment(comment);
            Name owner = before.viewOfIndex(index.get())
                    .or(() -> before.tableOfIndex(index.get()))
                    .orElseThrow();
            return Indexes.with(before, owner, index.get().local(), commented);
        }
        Name owner = table.orElseThrow();
        Table of = before.table(owner);
        return before.with(
                owner,
                column.map(name -> of.with(name, Columns.of(before, owner, name).withComment(comment)))
                        .orElseGet(() -> of.withComment(comment)));
    }

    @Override
    public Change reverse(Schema before) {
        return new SetComment(table, column, index, enumType, domain, view, commentBefore(before));
    }

    @Override
    public String describe() {
        return (comment.isPresent() ? "comment on " : "remove comment of ") + target();
    }

    @Override
    public String slug() {
        return "comment_" + target().substring(target().lastIndexOf(' ') + 1);
    }

    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
