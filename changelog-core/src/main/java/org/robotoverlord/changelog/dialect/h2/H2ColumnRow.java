package org.robotoverlord.changelog.dialect.h2;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.robotoverlord.changelog.schema.Column;
import org.robotoverlord.changelog.schema.ColumnType;
import org.robotoverlord.changelog.schema.Expression;
import org.robotoverlord.changelog.schema.Generated;
import org.robotoverlord.changelog.schema.Identity;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;

/** A row of the catalogue's columns. */
final class H2ColumnRow {
    /** How many numbers a session takes at once where nobody said. */
    static final long USUAL_CACHE = 32;

    private final ResultSet row;
    private final Schema schema;

    /** @param schema what says which enums and domains there are */
    H2ColumnRow(ResultSet row, Schema schema) {
        this.row = row;
        this.schema = schema;
    }

    Column column() throws SQLException {
        Optional<String> computed = row.getString("is_generated").equals("ALWAYS")
                ? Optional.of(row.getString("generation_expression"))
                : Optional.empty();
        Column column = new Column(
                type(),
                row.getString("is_nullable").equals("YES"),
                Optional.empty(),
                identity(),
                computed.map(sql -> new Generated(Expression.of(sql).bare(), true)),
                Optional.empty(),
                Optional.ofNullable(row.getString("remarks")));
        String printed = row.getString("column_default");
        return printed == null || column.generated().isPresent() ? column : H2Printed.withDefault(column, printed);
    }

    private ColumnType type() throws SQLException {
        String domain = row.getString("domain_name");
        if (domain != null) {
            Name name = schema.local(Name.of(row.getString("domain_schema"), domain));
            if (schema.findEnum(name).isPresent()
                    || schema.find(Kind.DOMAIN, name).isPresent()) {
                return ColumnType.of(name.toString());
            }
        }
        return H2Types.read(row.getString("printed"));
    }

    private Optional<Identity> identity() throws SQLException {
        if (!row.getString("is_identity").equals("YES")) {
            return Optional.empty();
        }
        return Optional.of(new Identity(
                row.getString("identity_generation").equals("ALWAYS"),
                Optional.of(row.getLong("identity_start")),
                Optional.of(row.getLong("identity_increment")),
                Optional.of(row.getLong("identity_minimum")),
                Optional.of(row.getLong("identity_maximum")),
                cache(row.getLong("identity_cache")),
                row.getString("identity_cycle").equals("YES")));
    }

    /** How many numbers are taken at once, where that isn't as ever; of one that counts downwards H2 itself isn't sure. */
    static Optional<Long> cache(long said) {
        return said == USUAL_CACHE || said < 1 ? Optional.empty() : Optional.of(said);
    }
}
