package org.robotoverlord.changelog.dialect.postgres;

import java.util.ArrayList;
import java.util.List;
import org.robotoverlord.changelog.change.AlterExtension;
import org.robotoverlord.changelog.change.CreateExtension;
import org.robotoverlord.changelog.change.DropExtension;
import org.robotoverlord.changelog.dialect.Moment;
import org.robotoverlord.changelog.dialect.Phrases;
import org.robotoverlord.changelog.dialect.Statement;
import org.robotoverlord.changelog.schema.Extension;

/** Makes, moves, updates and drops extensions. */
final class PostgresExtensions {
    private final Moment moment;
    private final Phrases write;

    PostgresExtensions(Moment moment, Phrases write) {
        this.moment = moment;
        this.write = write;
    }

    /** One that the database has already, since only a superuser may make some, is left as it is. */
    List<Statement> create(CreateExtension change) {
        String version = change.extension()
                .version()
                .map(wanted -> " version " + write.literal(wanted))
                .orElse("");
        return List.of(moment.statement("create extension if not exists " + write.name(change.name()) + " schema "
                + write.name(schemaOf(change.extension())) + version));
    }

    List<Statement> drop(DropExtension change) {
        return List.of(moment.statement("drop extension " + write.name(change.name())));
    }

    List<Statement> alter(AlterExtension change) {
        Extension was = moment.before().extensions().get(change.name());
        Extension is = change.extension();
        String alter = "alter extension " + write.name(change.name());
        List<Statement> statements = new ArrayList<>();
        if (!schemaOf(was).equals(schemaOf(is))) {
            statements.add(moment.statement(alter + " set schema " + write.name(schemaOf(is))));
        }
        if (!was.version().equals(is.version())) {
            String to =
                    is.version().map(version -> " to " + write.literal(version)).orElse("");
            statements.add(moment.statement(alter + " update" + to));
        }
        return statements;
    }

    private String schemaOf(Extension extension) {
        return extension.schema().orElse(moment.after().setting().home());
    }
}
