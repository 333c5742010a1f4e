package org.robotoverlord.changelog.dialect.postgres;

import java.sql.SQLException;
import java.util.Optional;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.schema.Column;
import org.robotoverlord.changelog.schema.ColumnType;
import org.robotoverlord.changelog.schema.Expression;
import org.robotoverlord.changelog.schema.Generated;
import org.robotoverlord.changelog.schema.Identity;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;

/** Makes a {@link Column} of a row of {@link CatalogueQueries#COLUMNS} or {@link CatalogueQueries#DOMAINS}. */
final class ColumnRow {
    private final Rows row;
    private final Schema schema;

    /**
     * @param row the row
     * @param schema what says how names are kept, and which enums and domains there are
     */
    ColumnRow(Rows row, Schema schema) {
        this.row = row;
        this.schema = schema;
    }

    Column column() throws SQLException {
        char generated = row.letter("attgenerated");
        boolean computed = generated != ' ';
        Optional<String> expression = row.optional("expression");
        Column plain = new Column(
                type(),
                !row.is("attnotnull"),
                Optional.empty(),
                identity(),
                expression
                        .filter(text -> computed)
                        .map(text -> new Generated(Expression.of(text).bare(), generated == 's')),
                row.found("collname", "collation_schema", "collation_visible"),
                row.optional("description"));
        return computed || expression.isEmpty() ? plain : withDefault(plain, expression.get());
    }

    /** A column of its type and default, and no more. */
    Column plain() throws SQLException {
        Optional<String> expression = row.optional("expression");
        Column plain = Column.of(type());
        return expression.isEmpty() ? plain : withDefault(plain, expression.get());
    }

    private Column withDefault(Column column, String printed) throws SQLException {
        try {
            return column.withDefault(PrintedDefault.read(printed, row.text("unsized")));
        } catch (Problem misfit) {
            // The server takes more than we do for a literal of the type; told as SQL it is right in any case.
            return column.withDefault(Optional.of(PrintedDefault.sql(printed)));
        }
    }

    private ColumnType type() throws SQLException {
        String printed = row.text("printed");
        Name name = schema.local(Name.of(row.text("user_schema"), row.text("user_type")));
        if (row.letter("typtype") == 'e' && schema.findEnum(name).isPresent()) {
            return PostgresTypes.readEnum(name, printed, !row.is("visible"));
        }
        boolean domain = row.letter("typtype") == 'd';
        if (domain && schema.find(Kind.DOMAIN, name).isPresent()) {
            return PostgresTypes.readEnum(name, printed, !row.is("visible"));
        }
        return domain
                ? PostgresTypes.asItIs(printed)
                : PostgresTypes.read(printed, schema.setting().builtInTypes());
    }

    private Optional<Identity> identity() throws SQLException {
        char kind = row.letter("attidentity");
        return kind == ' '
                ? Optional.empty()
                : Optional.of(new Identity(
                        kind == 'a',
                        Optional.of(row.whole("seqstart")),
                        Optional.of(row.whole("seqincrement")),
                        Optional.of(row.whole("seqmin")),
                        Optional.of(row.whole("seqmax")),
                        Optional.of(row.whole("seqcache")),
                        row.is("seqcycle")));
    }
}
