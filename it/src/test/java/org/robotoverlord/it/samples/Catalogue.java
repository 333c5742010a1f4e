package org.robotoverlord.it.samples;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Everything that a schema of a PostgreSQL holds, a line each, in the server's own words. It shares nothing with the introspector, so
 * that it sees what that one overlooks. White space at the ends of a routine's body doesn't count. Left out: extensions' own things and the migration table.
 */
public final class Catalogue {
    private static final String OURS = """
            n.nspname not like 'pg\\_%%' and n.nspname <> 'information_schema'
              and not exists (select from pg_depend e where e.classid = '%s'::regclass and e.objid = %s and e.deptype = 'e')
            """;
    private static final String RELATION =
            OURS.formatted("pg_class", "c.oid") + " and c.relname !~ '^robot_migrations'";

    private static final List<String> QUERIES = List.of(
            """
            select 'relation ' || c.relkind::text || ' ' || c.oid::regclass || ' ' || coalesce((select string_agg(o, ' ' order by o) from unnest(c.reloptions) o), '') || ' '
                || c.relpersistence::text || c.relrowsecurity::text || c.relforcerowsecurity::text || c.relispartition::text || ' '
                || coalesce(pg_get_partkeydef(c.oid), '') || ' ' || coalesce(pg_get_expr(c.relpartbound, c.oid), '') || ' '
                || coalesce(obj_description(c.oid, 'pg_class'), '')
            from pg_class c join pg_namespace n on n.oid = c.relnamespace where %s and c.relkind <> 't'
            """.formatted(RELATION),
            """
            select 'column ' || c.oid::regclass || ' '
                || row_number() over (partition by c.oid order by a.attnum) || ' ' || a.attname || ' '
                || format_type(a.atttypid, a.atttypmod) || ' ' || a.attnotnull || ' ' || a.attidentity::text || ' ' || a.attgenerated::text || ' '
                || coalesce(pg_get_expr(d.adbin, d.adrelid), '') || ' '
                || coalesce((select o.collname from pg_collation o where o.oid = a.attcollation), '') || ' '
                || coalesce(col_description(c.oid, a.attnum), '')
            from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
              left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
            where a.attnum > 0 and not a.attisdropped and %s and c.relkind in ('r', 'p', 'v', 'm')
            """.formatted(RELATION),
            """
            select 'constraint ' || coalesce(nullif(k.conrelid, 0)::regclass::text, k.contypid::regtype::text) || ' ' || k.conname || ' '
                || pg_get_constraintdef(k.oid) || ' ' || coalesce(obj_description(k.oid, 'pg_constraint'), '')
            from pg_constraint k join pg_namespace n on n.oid = k.connamespace left join pg_class c on c.oid = k.conrelid
            where %s and k.contype <> 'n' and (c.oid is null or c.relname !~ '^robot_migrations')
            """.formatted(OURS.formatted("pg_constraint", "k.oid")),
            """
            select 'index ' || pg_get_indexdef(c.oid) || ' ' || x.indisvalid || ' ' || coalesce(obj_description(c.oid, 'pg_class'), '')
            from pg_index x join pg_class c on c.oid = x.indexrelid join pg_namespace n on n.oid = c.relnamespace where %s
            """.formatted(RELATION),
            """
            select 'sequence ' || q.seqrelid::regclass || ' ' || format_type(q.seqtypid, null) || ' ' || q.seqstart || ' '
                || q.seqincrement || ' ' || q.seqmax || ' ' || q.seqmin || ' ' || q.seqcache || ' ' || q.seqcycle || ' '
                || coalesce((select d.refobjid::regclass || '.' || d.refobjsubid from pg_depend d
                     where d.objid = c.oid and d.classid = 'pg_class'::regclass and d.deptype = 'a'), '')
            from pg_sequence q join pg_class c on c.oid = q.seqrelid join pg_namespace n on n.oid = c.relnamespace where %s
            """.formatted(RELATION),
            """
            select 'view ' || c.oid::regclass || ' ' || pg_get_viewdef(c.oid)
            from pg_class c join pg_namespace n on n.oid = c.relnamespace where %s and c.relkind in ('v', 'm')
            """.formatted(RELATION),
            """
            select 'routine ' || regexp_replace(pg_get_functiondef(p.oid), '\\s*(\\$(function|procedure)\\$)\\s*', '\\1', 'g') || ' ' || coalesce(obj_description(p.oid, 'pg_proc'), '')
            from pg_proc p join pg_namespace n on n.oid = p.pronamespace where %s and p.prokind in ('f', 'p')
            """.formatted(OURS.formatted("pg_proc", "p.oid")),
            """
            select 'trigger ' || pg_get_triggerdef(t.oid) || ' ' || t.tgenabled::text
            from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
            where not t.tgisinternal and %s
            """.formatted(RELATION),
            """
            select 'policy ' || p::text from pg_policies p
            """,
            """
            select 'type ' || t.oid::regtype || ' ' || t.typtype::text || ' '
                || coalesce((select string_agg(quote_literal(e.enumlabel), ', ' order by e.enumsortorder)
                             from pg_enum e where e.enumtypid = t.oid), '') || ' '
                || case when t.typtype = 'd' then format_type(t.typbasetype, t.typtypmod) || ' ' || t.typnotnull || ' '
                     || coalesce(t.typdefault, '') else '' end
                || coalesce(obj_description(t.oid, 'pg_type'), '')
            from pg_type t join pg_namespace n on n.oid = t.typnamespace
            where %s and t.typtype in ('e', 'd', 'r', 'c') and (t.typrelid = 0 or exists
              (select from pg_class c where c.oid = t.typrelid and c.relkind = 'c'))
            """.formatted(OURS.formatted("pg_type", "t.oid")),
            """
            select 'extension ' || extname from pg_extension
            """,
            """
            select 'schema ' || n.nspname || ' ' || coalesce(obj_description(n.oid, 'pg_namespace'), '')
            from pg_namespace n where %s
            """.formatted(OURS.formatted("pg_namespace", "n.oid")));

    private Catalogue() {}

    /**
     * What one database has and another hasn't, {@code +} before the lines of the first and {@code -} before those of the other.
     *
     * @param one gives the rows of a query in the first
     * @param other gives them in the other
     */
    static List<String> difference(Function<String, List<String>> one, Function<String, List<String>> other) {
        List<String> there = lines(one);
        List<String> elsewhere = lines(other);
        return Stream.concat(
                        there.stream().filter(line -> !elsewhere.contains(line)).map(line -> "+ " + line),
                        elsewhere.stream().filter(line -> !there.contains(line)).map(line -> "- " + line))
                .toList();
    }

    /** All of it, given what gives the rows of a query. */
    public static List<String> lines(Function<String, List<String>> query) {
        return QUERIES.stream()
                .flatMap(each -> query.apply(each).stream())
                .sorted()
                .toList();
    }
}
