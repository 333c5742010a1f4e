package org.robotoverlord.changelog.dialect.h2;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.robotoverlord.changelog.change.RenameSchema;
import org.robotoverlord.changelog.dialect.Moment;
import org.robotoverlord.changelog.dialect.Statement;
import org.robotoverlord.changelog.dialect.Unsupported;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.View;
import org.robotoverlord.changelog.schema.Views;

/** Makes views, and makes one anew with those that stand on it: H2 keeps of each what it meant when it was made. */
final class H2Views {
    private final Moment moment;
    private final H2Phrases write;
    private final H2Tables tables;

    H2Views(Moment moment, H2Phrases write, H2Tables tables) {
        this.moment = moment;
        this.write = write;
        this.tables = tables;
    }

    List<Statement> create(Name name, View view) {
        requirePlain(name, view);
        List<Statement> statements = new ArrayList<>();
        statements.add(tables.step(
                "create view " + write.name(name) + " as " + write.sql(view.query()),
                tables.evidence().table(name, true)));
        view.comment().ifPresent(text -> statements.add(comment(name, Optional.of(text))));
        return statements;
    }

    static void requirePlain(Name name, View view) {
        if (view.materialized()) {
            throw new Unsupported("H2 keeps the rows of no view that we know of; leave 'materialized' of '" + name
                    + "' out, or fill a table");
        }
    }

    Statement comment(Name name, Optional<String> text) {
        return tables.comment("view " + write.name(name), text);
    }

    Statement drop(Name name) {
        return tables.step("drop view " + write.name(name), tables.evidence().table(name, false));
    }

    List<Statement> replace(Name name, View view) {
        requirePlain(name, view);
        return anew(List.of(moment.before().local(name)));
    }

    /** Makes those anew that may mean a column: the types that it was read with are kept, too. */
    List<Statement> reading(Name table, String column) {
        List<Name> reading = Views.on(moment.before(), table).stream()
                .filter(view -> moment.before().get(Kind.VIEW, view).mayMean(column))
                .toList();
        return anew(reading);
    }

    private List<Statement> anew(List<Name> views) {
        List<Name> all = new ArrayList<>(Views.withAllOn(moment.before(), views));
        List<Statement> statements = new ArrayList<>();
        Collections.reverse(all);
        all.forEach(each -> statements.add(drop(each)));
        Collections.reverse(all);
        all.forEach(each -> statements.addAll(create(each, moment.after().get(Kind.VIEW, each))));
        return statements;
    }

    /** What gives a schema another name: views over what is in it would go on naming the old one, so they come again. */
    List<Statement> around(RenameSchema change, Statement rename) {
        List<Name> all = over(change.from());
        List<Statement> statements = new ArrayList<>();
        Collections.reverse(all);
        all.forEach(each -> statements.add(drop(each)));
        statements.add(rename);
        Collections.reverse(all);
        for (Name each : all) {
            Name name = isIn(change.from(), each) ? Name.of(change.to(), each.local()) : each;
            statements.addAll(create(name, moment.after().get(Kind.VIEW, name)));
        }
        return statements;
    }

    private List<Name> over(String schema) {
        Schema before = moment.before();
        Set<Name> over = new TreeSet<>();
        List<Name> within = new ArrayList<>(before.tables().keySet());
        within.addAll(before.all(Kind.VIEW).keySet());
        within.addAll(before.all(Kind.SEQUENCE).keySet());
        within.removeIf(name -> !isIn(schema, name));
        within.forEach(name -> {
            over.addAll(Views.on(before, name));
            before.find(Kind.VIEW, name).ifPresent(view -> over.add(name));
        });
        return new ArrayList<>(Views.withAllOn(before, over));
    }

    private static boolean isIn(String schema, Name name) {
        return name.schema().filter(schema::equals).isPresent();
    }
}
