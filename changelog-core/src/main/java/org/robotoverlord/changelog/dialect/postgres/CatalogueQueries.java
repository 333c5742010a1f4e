package org.robotoverlord.changelog.dialect.postgres;

/**
 * The queries that the catalogue is read with: one for each kind of thing, whatever the number of tables. Those of tables take
 * the tables' oids, so that a table that isn't wanted costs nothing.
 */
final class CatalogueQueries {
    static final String SCHEMAS = "select nspname from pg_namespace where nspname = any(?) order by nspname";

    static final String USERS_SCHEMAS = """
            select n.nspname
            from pg_namespace n
            where n.nspname <> 'information_schema' and n.nspname !~ '^pg_'
              and not exists (select from pg_depend e
                where e.classid = 'pg_namespace'::regclass and e.objid = n.oid and e.deptype = 'e')
            order by n.nspname""";

    static final String EXTENSIONS = """
            select e.extname, n.nspname, e.extversion
            from pg_extension e
            join pg_namespace n on n.oid = e.extnamespace
            where e.extname <> 'plpgsql'
            order by e.extname""";

    static final String USUAL_EXTENSIONS = """
            select e.extname
            from pg_extension e
            join pg_available_extensions a on a.name = e.extname and a.default_version = e.extversion""";

    static final String ENUMS = """
            select n.nspname, t.typname, d.description,
              array(select v.enumlabel::text from pg_enum v where v.enumtypid = t.oid order by v.enumsortorder) as labels
            from pg_type t
            join pg_namespace n on n.oid = t.typnamespace
            left join pg_description d on d.classoid = 'pg_type'::regclass and d.objoid = t.oid and d.objsubid = 0
            where t.typtype = 'e' and n.nspname = any(?)
              and not exists (select from pg_depend e
                where e.classid = 'pg_type'::regclass and e.objid = t.oid and e.deptype = 'e')
            order by n.nspname, t.typname""";

    /** {@code user_type} is what it is made of, or what that is an array of; one is made after those that it is made of. */
    static final String DOMAINS = """
            select n.nspname, t.typname, t.typnotnull, d.description,
              format_type(t.typbasetype, t.typtypmod) as printed,
              format_type(case when b.typtype = 'd' then b.typbasetype else b.oid end, null) as unsized,
              u.typtype, un.nspname as user_schema, u.typname as user_type, pg_type_is_visible(u.oid) as visible,
              pg_get_expr(t.typdefaultbin, 0) as expression,
              array(select k.conname::text from pg_constraint k
                where k.contypid = t.oid and k.contype = 'c' order by k.conname) as checks,
              array(select pg_get_expr(k.conbin, 0) from pg_constraint k
                where k.contypid = t.oid and k.contype = 'c' order by k.conname) as conditions
            from pg_type t
            join pg_namespace n on n.oid = t.typnamespace
            join pg_type b on b.oid = t.typbasetype
            join pg_type u
              on u.oid = case when b.typtype <> 'd' and b.typlen = -1 and b.typelem <> 0 then b.typelem else b.oid end
            join pg_namespace un on un.oid = u.typnamespace
            left join pg_description d on d.classoid = 'pg_type'::regclass and d.objoid = t.oid and d.objsubid = 0
            where t.typtype = 'd' and n.nspname = any(?)
              and not exists (select from pg_depend e
                where e.classid = 'pg_type'::regclass and e.objid = t.oid and e.deptype = 'e')
            order by t.oid""";

    /**
     * What names code of the server's, gives back through parameters, or has a body that was parsed already, has no words here; nor has what
     * takes or gives rows of a view or of a composite type, which come after functions or not at all.
     */
    static final String ROUTINE_IS_READ = """
            p.prokind in ('f', 'p') and l.lanname not in ('c', 'internal')
              and p.prosqlbody is null and btrim(p.prosrc) <> ''
              and not coalesce(p.proargmodes && array['o', 'b']::"char"[], false)
              and not (p.prorettype || p.proargtypes::oid[] || coalesce(p.proallargtypes, '{}')) && array(
                select unnest(array[t.oid, t.typarray]) from pg_class r join pg_type t on t.oid = r.reltype
                where r.relkind in ('v', 'm', 'c', 'f') and not exists (select from pg_depend b
                  where b.classid = 'pg_class'::regclass and b.objid = r.oid and b.deptype = 'e'))""";

    /** Those of the server and of extensions, thousands, are sorted out before anything more is asked of each. */
    static final String ROUTINES = """
            with mine as materialized (select p.* from pg_proc p
              where p.pronamespace = any(array(select oid from pg_namespace where nspname = any(?)))
                and not exists (select from pg_depend e
                  where e.classid = 'pg_proc'::regclass and e.objid = p.oid and e.deptype = 'e'))
            select n.nspname, p.proname, p.prokind, l.lanname, p.provolatile, p.prosecdef, p.prosrc,
              pg_get_function_arguments(p.oid) as arguments, pg_get_function_result(p.oid) as result
            from mine p
            join pg_namespace n on n.oid = p.pronamespace
            join pg_language l on l.oid = p.prolang
            where ${read}
            order by n.nspname, p.proname, arguments""".replace("${read}", ROUTINE_IS_READ);

    /** That of an identity column is part of the column; one that goes with a column says with which. */
    static final String SEQUENCES = """
            select n.nspname, c.relname, format_type(s.seqtypid, null) as printed,
              s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle,
              o.refobjid as owner, a.attname
            from pg_sequence s
            join pg_class c on c.oid = s.seqrelid
            join pg_namespace n on n.oid = c.relnamespace
            left join pg_depend o on o.classid = 'pg_class'::regclass and o.objid = c.oid and o.objsubid = 0
              and o.refclassid = 'pg_class'::regclass and o.refobjsubid > 0 and o.deptype = 'a'
            left join pg_attribute a on a.attrelid = o.refobjid and a.attnum = o.refobjsubid
            where n.nspname = any(?)
              and not exists (select from pg_depend e
                where e.classid = 'pg_class'::regclass and e.objid = c.oid and e.deptype in ('e', 'i'))
            order by n.nspname, c.relname""";

    /** A key over expressions, or that compares otherwise than its columns' types do, has no words here. */
    static final String PARTITION_KEY_IS_READ = """
            p.partexprs is null and not exists (
              select from unnest(p.partattrs::int2[], p.partclass::oid[], p.partcollation::oid[]) k(n, opclass, sorted)
              join pg_attribute a on a.attrelid = p.partrelid and a.attnum = k.n
              join pg_opclass o on o.oid = k.opclass
              where not o.opcdefault or k.sorted <> a.attcollation)""";

    /** A partition is part of its table, not one of its own. */
    static final String TABLES = """
            select c.oid, n.nspname, c.relname, d.description, c.reloptions, o.reloptions as out_of_line,
              c.relrowsecurity, c.relforcerowsecurity, p.partstrat,
              array(select a.attname::text from unnest(p.partattrs::int2[]) with ordinality k(n, o)
                join pg_attribute a on a.attrelid = c.oid and a.attnum = k.n order by k.o) as partition_columns
            from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            left join pg_class o on o.oid = c.reltoastrelid
            left join pg_partitioned_table p on p.partrelid = c.oid and ${key}
            left join pg_description d on d.classoid = 'pg_class'::regclass and d.objoid = c.oid and d.objsubid = 0
            where c.relkind in ('r', 'p') and not c.relispartition and n.nspname = any(?)
              and not exists (select from pg_depend e
                where e.classid = 'pg_class'::regclass and e.objid = c.oid and e.deptype = 'e')
            order by n.nspname, c.relname""".replace("${key}", PARTITION_KEY_IS_READ);

    /** One that lies elsewhere than its table, or isn't a table, has no words here. */
    static final String PARTITION_IS_READ =
            "c.relispartition and c.relkind in ('r', 'p') and c.relnamespace = t.relnamespace and not h.inhdetachpending";

    static final String PARTITIONS = """
            select h.inhparent, c.relname, pg_get_expr(c.relpartbound, c.oid) as bounds
            from pg_inherits h
            join pg_class c on c.oid = h.inhrelid
            join pg_class t on t.oid = h.inhparent
            where h.inhparent = any(?) and ${read}
            order by h.inhparent, c.relname""".replace("${read}", PARTITION_IS_READ);

    static final String VIEWS = """
            select c.oid, n.nspname, c.relname, c.relkind, d.description, pg_get_viewdef(c.oid, true) as query
            from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            left join pg_description d on d.classoid = 'pg_class'::regclass and d.objoid = c.oid and d.objsubid = 0
            where c.relkind in ('v', 'm') and n.nspname = any(?)
              and not exists (select from pg_depend e
                where e.classid = 'pg_class'::regclass and e.objid = c.oid and e.deptype = 'e')
            order by n.nspname, c.relname""";
    /** {@code user_type} is the type, or what it is an array of. */
    static final String COLUMNS = """
            select a.attrelid, a.attname, a.attnotnull, a.attidentity, a.attgenerated, d.description,
              format_type(a.atttypid, a.atttypmod) as printed,
              format_type(case when t.typtype = 'd' then t.typbasetype else t.oid end, null) as unsized,
              u.typtype, un.nspname as user_schema, u.typname as user_type, pg_type_is_visible(u.oid) as visible,
              pg_get_expr(x.adbin, x.adrelid) as expression,
              co.collname, con.nspname as collation_schema, pg_collation_is_visible(co.oid) as collation_visible,
              s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle
            from pg_attribute a
            join pg_type t on t.oid = a.atttypid
            join pg_type u on u.oid = case when t.typtype <> 'd' and t.typlen = -1 and t.typelem <> 0 then t.typelem else t.oid end
            join pg_namespace un on un.oid = u.typnamespace
            left join pg_attrdef x on x.adrelid = a.attrelid and x.adnum = a.attnum
            left join pg_collation co on co.oid = a.attcollation and a.attcollation <> t.typcollation
            left join pg_namespace con on con.oid = co.collnamespace
            left join pg_description d
              on d.classoid = 'pg_class'::regclass and d.objoid = a.attrelid and d.objsubid = a.attnum
            left join (pg_depend o join pg_sequence s on s.seqrelid = o.objid)
              on a.attidentity <> '' and o.deptype = 'i' and o.classid = 'pg_class'::regclass
              and o.refclassid = 'pg_class'::regclass and o.refobjid = a.attrelid and o.refobjsubid = a.attnum
            where a.attrelid = any(?) and a.attnum > 0 and not a.attisdropped
            order by a.attrelid, a.attnum""";

    private static final String CONSTRAINTS = """
            select k.conrelid, k.conname, k.contype, k.condeferrable, k.condeferred, k.confdeltype, k.confupdtype,
              k.confrelid, fn.nspname as target_schema, f.relname as target,
              pg_get_expr(k.conbin, k.conrelid) as expression, coalesce(${nullsNotDistinct}, false) as nulls_not_distinct,
              array(select a.attname::text from unnest(k.conkey) with ordinality c(n, o)
                join pg_attribute a on a.attrelid = k.conrelid and a.attnum = c.n order by c.o) as columns,
              array(select a.attname::text from unnest(k.confkey) with ordinality c(n, o)
                join pg_attribute a on a.attrelid = k.confrelid and a.attnum = c.n order by c.o) as target_columns
            from pg_constraint k
            left join pg_class f on f.oid = k.confrelid
            left join pg_namespace fn on fn.oid = f.relnamespace
            left join pg_index i on i.indexrelid = k.conindid and k.contype = 'u'
            where k.conrelid = any(?) and k.contype in ('p', 'u', 'c', 'f') and k.conparentid = 0
            order by k.conrelid, k.conname""";

    /**
     * A row an element; that of an exclusion says with which operator. An index that isn't valid isn't there yet, but that of a partitioned table may be made part by part. The
     * collation of an expression is the index's own only where its definition says so: the expression's isn't in the catalogue.
     */
    private static final String INDEXES = """
            select i.indrelid, r.relname, i.indisunique, m.amname, d.description, r.reloptions,
              pg_get_expr(i.indpred, i.indrelid) as predicate, ${nullsNotDistinct} as nulls_not_distinct,
              e.n > i.indnkeyatts as included, a.attname,
              case when e.attnum = 0 then pg_get_indexdef(i.indexrelid, e.n::integer, false) end as expression,
              i.indoption[e.n - 1] as options,
              o.opcname, op.nspname as opclass_schema, pg_opclass_is_visible(o.oid) as opclass_visible, ea.attoptions,
              co.collname, con.nspname as collation_schema, pg_collation_is_visible(co.oid) as collation_visible,
              k.oid is not null as excludes, k.condeferrable, k.condeferred,
              x.oprname, quote_ident(xn.nspname) as operator_schema, pg_operator_is_visible(x.oid) as operator_visible
            from pg_index i
            join pg_class r on r.oid = i.indexrelid
            join pg_am m on m.oid = r.relam
            cross join lateral unnest(i.indkey::int2[]) with ordinality e(attnum, n)
            join pg_attribute ea on ea.attrelid = i.indexrelid and ea.attnum = e.n
            left join pg_attribute a on a.attrelid = i.indrelid and a.attnum = e.attnum and e.attnum <> 0
            left join pg_opclass o
              on o.oid = i.indclass[e.n - 1] and (not o.opcdefault or ea.attoptions is not null)
            left join pg_namespace op on op.oid = o.opcnamespace
            left join pg_collation co on co.oid = i.indcollation[e.n - 1] and case
              when e.attnum <> 0 then co.oid <> a.attcollation
              else position(pg_get_indexdef(i.indexrelid, e.n::integer, false) || ' COLLATE '
                in pg_get_indexdef(i.indexrelid)) > 0 end
            left join pg_namespace con on con.oid = co.collnamespace
            left join pg_description d
              on d.classoid = 'pg_class'::regclass and d.objoid = i.indexrelid and d.objsubid = 0
            left join pg_constraint k on k.conindid = i.indexrelid and k.contype = 'x' and i.indisexclusion
            left join pg_operator x on x.oid = k.conexclop[e.n]
            left join pg_namespace xn on xn.oid = x.oprnamespace
            where i.indrelid = any(?) and i.indislive and (i.indisvalid or r.relkind = 'I')
              and not exists (select from pg_constraint u
                where u.conindid = i.indexrelid and u.contype in ('p', 'u'))
            order by i.indrelid, r.relname, e.n""";

    /** Constraint triggers, those that see whole tables of changed rows, and those of a partition have no words here. */
    static final String TRIGGERS = """
            select g.tgrelid, g.tgname, g.tgtype & 1 <> 0 as each_row, g.tgtype & 2 <> 0 as before,
              g.tgtype & 4 <> 0 as insert, g.tgtype & 8 <> 0 as delete, g.tgtype & 16 <> 0 as update,
              g.tgtype & 32 <> 0 as truncate, g.tgqual is not null as conditional, pg_get_triggerdef(g.oid, true) as printed,
              array(select a.attname::text from pg_attribute a
                where a.attrelid = g.tgrelid and a.attnum = any(g.tgattr::int2[])) as columns
            from pg_trigger g
            where g.tgrelid = any(?) and not g.tgisinternal and g.tgconstraint = 0 and g.tgparentid = 0
              and g.tgtype & 64 = 0 and g.tgoldtable is null and g.tgnewtable is null
            order by g.tgrelid, g.tgname""";
    /** Everybody is a role without a number. */
    static final String POLICIES = """
            select p.polrelid, p.polname, p.polcmd, p.polpermissive,
              pg_get_expr(p.polqual, p.polrelid) as visible, pg_get_expr(p.polwithcheck, p.polrelid) as writable,
              array(select r.rolname::text from pg_roles r where r.oid = any(p.polroles) order by r.rolname) as roles
            from pg_policy p
            where p.polrelid = any(?)
            order by p.polrelid, p.polname""";

    private static final int NULLS_NOT_DISTINCT_SINCE = 15;

    private final int major;

    /** @param major the server's major version */
    CatalogueQueries(int major) {
        this.major = major;
    }

    String constraints() {
        return fitted(CONSTRAINTS);
    }

    String indexes() {
        return fitted(INDEXES);
    }

    private String fitted(String query) {
        return query.replace(
                "${nullsNotDistinct}", major >= NULLS_NOT_DISTINCT_SINCE ? "i.indnullsnotdistinct" : "false");
    }
}
