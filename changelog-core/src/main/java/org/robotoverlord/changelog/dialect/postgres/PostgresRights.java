package org.robotoverlord.changelog.dialect.postgres;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.robotoverlord.changelog.dialect.Lack;
import org.robotoverlord.changelog.dialect.Needs;
import org.robotoverlord.changelog.dialect.Needs.Sort;
import org.robotoverlord.changelog.dialect.Rights;
import org.robotoverlord.changelog.schema.Name;

/**
 * Asks the catalogue what the session's role may do: whatever is changed must be its own, or that of a role it is a member of; what a
 * new foreign key points to must let it, as a whole or some columns of it.
 *
 * @see <a href="https://www.postgresql.org/docs/current/ddl-priv.html">Privileges</a>
 */
final class PostgresRights implements Rights {
    /** What is said and what mends it, row by row; names travel as arrays of schemas and of names, the same place in each. */
    private static final String LACKING = """
            select format('make schema %I', wanted), format('grant create on database %I to %I', current_database(), current_user)
            from unnest(?::text[]) wanted
            where not exists (select from pg_namespace where nspname = wanted)
              and not has_database_privilege(current_database(), 'create')
            union all
            select format('make anything in schema %I', nspname), format('grant usage, create on schema %I to %I', nspname, current_user)
            from pg_namespace
            where nspname = any (?::text[])
              and not (has_schema_privilege(oid, 'create') and has_schema_privilege(oid, 'usage'))
            union all
            select format('read and write the migration table %I.%I', nspname, relname),
              case when has_schema_privilege(n.oid, 'usage') then ''
                else format('grant usage on schema %I to %I; ', nspname, current_user) end
              || format('grant select, insert, update, delete on %I.%I to %I', nspname, relname, current_user)
            from pg_class c join pg_namespace n on n.oid = relnamespace
            where nspname = ? and relname = ?
              and not (has_schema_privilege(n.oid, 'usage') and has_table_privilege(c.oid, 'select')
                and has_table_privilege(c.oid, 'insert') and has_table_privilege(c.oid, 'update')
                and has_table_privilege(c.oid, 'delete'))
            union all
            select format('change %I.%I, which is %s''s', nspname, relname, relowner::regrole),
              format('alter %s %I.%I owner to %I',
                case relkind when 'v' then 'view' when 'm' then 'materialized view' when 'S' then 'sequence' else 'table' end,
                nspname, relname, current_user)
            from pg_class join pg_namespace n on n.oid = relnamespace
            join unnest(?::text[], ?::text[]) wanted (place, name) on place = nspname and name = relname
            where not pg_has_role(relowner, 'usage')
            union all
            select format('change type %I.%I, which is %s''s', nspname, typname, typowner::regrole),
              format('alter type %I.%I owner to %I', nspname, typname, current_user)
            from pg_type join pg_namespace n on n.oid = typnamespace
            join unnest(?::text[], ?::text[]) wanted (place, name) on place = nspname and name = typname
            where not pg_has_role(typowner, 'usage')
            union all
            select format('change %s, which is %s''s', p.oid::regprocedure, proowner::regrole),
              format('alter routine %s owner to %I', p.oid::regprocedure, current_user)
            from pg_proc p join pg_namespace n on n.oid = pronamespace
            join unnest(?::text[], ?::text[]) wanted (place, name) on place = nspname and name = proname
            where not pg_has_role(proowner, 'usage')
            union all
            select format('point to %I.%I, which is %s''s', nspname, relname, relowner::regrole),
              case when has_schema_privilege(n.oid, 'usage') then ''
                else format('grant usage on schema %I to %I; ', nspname, current_user) end
              || format('grant references on %I.%I to %I', nspname, relname, current_user)
            from pg_class c join pg_namespace n on n.oid = relnamespace
            join unnest(?::text[], ?::text[]) wanted (place, name) on place = nspname and name = relname
            where not (has_schema_privilege(n.oid, 'usage') and has_any_column_privilege(c.oid, 'references'))
            union all
            select format('make extension %I', name),
              case when bool_or(trusted) then format('grant create on database %I to %I', current_database(), current_user)
                else format('create extension %I by a superuser', name) end
            from pg_available_extension_versions
            where name = any (?::text[]) and not exists (select from pg_extension where extname = name)
              and not (select rolsuper from pg_roles where rolname = current_user)
            group by name
            having bool_and(superuser) and not (bool_or(trusted) and has_database_privilege(current_database(), 'create'))
            """;

    @Override
    public List<Lack> lacking(Connection connection, Needs needs) throws SQLException {
        Set<String> schemas = new LinkedHashSet<>(needs.schemas());
        schemas.add(needs.home());
        schemas.add(needs.journalSchema());
        try (PreparedStatement query = connection.prepareStatement(LACKING)) {
            Parameters parameters = new Parameters(connection, query);
            parameters.add(schemas.stream());
            parameters.add(needs.filled().stream());
            parameters.add(needs.journalSchema());
            parameters.add(needs.journal().local());
            parameters.add(needs.touched(Sort.TABLE, Sort.VIEW, Sort.SEQUENCE), needs.home());
            parameters.add(needs.touched(Sort.TYPE), needs.home());
            parameters.add(needs.touched(Sort.ROUTINE), needs.home());
            parameters.add(List.copyOf(needs.targets()), needs.home());
            parameters.add(needs.extensions().stream());
            try (ResultSet rows = query.executeQuery()) {
                List<Lack> lacking = new ArrayList<>();
                while (rows.next()) {
                    lacking.add(new Lack(rows.getString(1), rows.getString(2)));
                }
                return lacking;
            }
        }
    }

    /** Fills in the parameters of a query, one after the other. */
    private static final class Parameters {
        private final Connection connection;
        private final PreparedStatement query;
        private int count;

        Parameters(Connection connection, PreparedStatement query) {
            this.connection = connection;
            this.query = query;
        }

        void add(String text) throws SQLException {
            query.setString(++count, text);
        }

        void add(Stream<String> texts) throws SQLException {
            Array array = connection.createArrayOf("text", texts.toArray());
            query.setArray(++count, array);
        }

        void add(List<Name> names, String home) throws SQLException {
            add(names.stream().map(name -> name.schema().orElse(home)));
            add(names.stream().map(Name::local));
        }
    }
}
