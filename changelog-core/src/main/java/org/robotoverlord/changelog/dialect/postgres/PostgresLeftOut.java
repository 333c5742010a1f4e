package org.robotoverlord.changelog.dialect.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Setting;

/** What {@link PostgresIntrospector} leaves out of a database, or reads in part, object by object, in one query. */
final class PostgresLeftOut {
    /** Each row: a sentence's beginning and end around the name, and the table that the thing belongs to. */
    private static final String QUERY = """
            with mine as (select oid, nspname from pg_namespace where nspname = any(?)),
            bundled as (select classid, objid from pg_depend where deptype = 'e'),
            commented as (
              select d.* from pg_description d
              where d.objsubid = 0
                and not exists (select from bundled b where b.classid = d.classoid and b.objid = d.objoid)),
            tables as (
              select c.* from pg_class c
              where c.relkind in ('r', 'p') and c.relnamespace in (select oid from mine) and not c.relispartition
                and not exists (select from bundled b where b.classid = 'pg_class'::regclass and b.objid = c.oid)),
            views as (
              select c.* from pg_class c
              where c.relkind in ('v', 'm') and c.relnamespace in (select oid from mine)
                and not exists (select from bundled b where b.classid = 'pg_class'::regclass and b.objid = c.oid)),
            found(thing, space, name, part, verdict, owner) as (
              select case c.relkind when 'f' then 'foreign table' else 'composite type' end,
                c.relnamespace, c.relname, null::name, 'is left out', null::oid
              from pg_class c
              where c.relkind in ('f', 'c') and not c.relispartition
                and not exists (select from bundled b where b.classid = 'pg_class'::regclass and b.objid = c.oid)
              union all
              select 'range type', t.typnamespace, t.typname, null, 'is left out', null
              from pg_type t
              where t.typtype = 'r'
                and not exists (select from bundled b where b.classid = 'pg_type'::regclass and b.objid = t.oid)
              union all
              select 'domain', t.typnamespace, t.typname, null, 'is read without its collation', null
              from pg_type t join pg_type o on o.oid = t.typbasetype
              where t.typtype = 'd' and t.typcollation <> o.typcollation
                and not exists (select from bundled b where b.classid = 'pg_type'::regclass and b.objid = t.oid)
              union all
              select 'domain', t.typnamespace, t.typname, null, 'is read as if its values had been checked', null
              from pg_type t
              where t.typtype = 'd'
                and exists (select from pg_constraint k where k.contypid = t.oid and not k.convalidated)
                and not exists (select from bundled b where b.classid = 'pg_type'::regclass and b.objid = t.oid)
              union all
              select case p.prokind when 'p' then 'procedure' when 'a' then 'aggregate' else 'function' end, p.pronamespace,
                (p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')'), null,
                case when ${read} then 'is read without what it says of nulls, parallel plans, costs and settings'
                  else 'is left out' end, null
              from pg_proc p
              join pg_language l on l.oid = p.prolang
              where (not (${read}) or p.proisstrict or p.proleakproof or p.proparallel <> 'u' or p.proconfig is not null
                  or p.procost <> 100 or p.proretset and p.prorows <> 1000)
                and not exists (select from bundled b where b.classid = 'pg_proc'::regclass and b.objid = p.oid)
                and not exists (select from pg_depend d
                  where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'i')
              union all
              select 'table', c.relnamespace, c.relname, null,
                'is read without its partitions, as its partition key is more than plain columns', c.oid
              from tables c join pg_partitioned_table p on p.partrelid = c.oid where not (${key})
              union all
              select 'partition', t.relnamespace, t.relname, c.relname,
                case when not (${partition}) then 'is left out'
                  when c.relkind = 'p' then 'is read without its own partitions'
                  else 'is read without what it has of its own' end, t.oid
              from tables t
              join pg_partitioned_table p on p.partrelid = t.oid
              join pg_inherits h on h.inhparent = t.oid
              join pg_class c on c.oid = h.inhrelid
              where ${key} and (not (${partition}) or c.relkind = 'p' or c.relrowsecurity or c.reloptions is not null
                or exists (select from pg_index i where i.indrelid = c.oid
                  and not exists (select from pg_inherits own where own.inhrelid = i.indexrelid))
                or exists (select from pg_constraint k
                  where k.conrelid = c.oid and k.contype in ('c', 'f') and k.conparentid = 0 and k.coninhcount = 0)
                or exists (select from pg_trigger g where g.tgrelid = c.oid and not g.tgisinternal and g.tgparentid = 0))
              union all
              select 'table', relnamespace, relname, null, 'is read without being unlogged', oid
              from tables where relpersistence = 'u'
              union all
              select 'table', relnamespace, relname, null, 'is read without its forced row security, which isn''t enabled', oid
              from tables where relforcerowsecurity and not relrowsecurity
              union all
              select 'table', c.relnamespace, c.relname, null, 'is read without what it inherits', c.oid
              from tables c where exists (select from pg_inherits i where i.inhrelid = c.oid)
              union all
              select 'view', relnamespace, relname, null, 'is read without its options', oid
              from views where reloptions is not null
              union all
              select 'view', c.relnamespace, c.relname, null, 'is read without the defaults of its columns', c.oid
              from views c where exists (select from pg_attrdef x where x.adrelid = c.oid)
              union all
              select 'view', c.relnamespace, c.relname, null, 'is read without the comments of its columns', c.oid
              from views c where exists (select from pg_description d
                where d.classoid = 'pg_class'::regclass and d.objoid = c.oid and d.objsubid > 0)
              union all
              select 'trigger', c.relnamespace, c.relname, g.tgname, 'is left out', c.oid
              from pg_trigger g join views c on c.oid = g.tgrelid
              where not g.tgisinternal
              union all
              select 'rule', c.relnamespace, c.relname, r.rulename, 'is left out', c.oid
              from pg_rewrite r join views c on c.oid = r.ev_class
              where r.rulename <> '_RETURN'
              union all
              select 'trigger', c.relnamespace, c.relname, g.tgname,
                case when g.tgconstraint <> 0 or g.tgoldtable is not null or g.tgnewtable is not null then 'is left out'
                  else 'is read as if it were enabled as usual' end, c.oid
              from pg_trigger g join tables c on c.oid = g.tgrelid
              where not g.tgisinternal and g.tgparentid = 0
                and (g.tgconstraint <> 0 or g.tgoldtable is not null or g.tgnewtable is not null or g.tgenabled <> 'O')
              union all
              select 'rule', c.relnamespace, c.relname, r.rulename, 'is left out', c.oid
              from pg_rewrite r join tables c on c.oid = r.ev_class
              union all
              select 'constraint', c.relnamespace, c.relname, k.conname,
                case when not k.convalidated then 'is read as if its rows had been checked'
                  when k.confmatchtype = 'f' then 'is read without its MATCH FULL'
                  else 'is read without its INCLUDE' end, c.oid
              from pg_constraint k join tables c on c.oid = k.conrelid
              left join pg_index i on i.indexrelid = k.conindid and k.contype in ('p', 'u', 'x')
              where not k.convalidated or k.contype = 'f' and k.confmatchtype = 'f'
                or i.indnatts > i.indnkeyatts
              union all
              select 'index', c.relnamespace, c.relname, x.relname, 'isn''t valid, and is left out', c.oid
              from pg_index i join tables c on c.oid = i.indrelid join pg_class x on x.oid = i.indexrelid
              where not i.indisvalid and x.relkind = 'i'
              union all
              select 'schema', n.oid, n.nspname, null, 'is read without its comment', null
              from pg_namespace n join commented d on d.classoid = 'pg_namespace'::regclass and d.objoid = n.oid
              where n.nspname <> 'public' or d.description <> 'standard public schema'
              union all
              select 'sequence', q.relnamespace, q.relname, null, 'is read without its comment', null
              from pg_class q join commented d on d.classoid = 'pg_class'::regclass and d.objoid = q.oid
              where q.relkind = 'S'
              union all
              select case p.prokind when 'p' then 'procedure' else 'function' end, p.pronamespace,
                (p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')'), null, 'is read without its comment', null
              from pg_proc p join commented d on d.classoid = 'pg_proc'::regclass and d.objoid = p.oid
              join pg_language l on l.oid = p.prolang
              where ${read}
              union all
              select 'constraint', c.relnamespace, c.relname, k.conname, 'is read without its comment', c.oid
              from pg_constraint k join tables c on c.oid = k.conrelid
              join commented d on d.classoid = 'pg_constraint'::regclass and d.objoid = k.oid
              union all
              select 'trigger', c.relnamespace, c.relname, g.tgname, 'is read without its comment', c.oid
              from pg_trigger g join tables c on c.oid = g.tgrelid
              join commented d on d.classoid = 'pg_trigger'::regclass and d.objoid = g.oid
              union all
              select 'policy', c.relnamespace, c.relname, p.polname, 'is read without its comment', c.oid
              from pg_policy p join tables c on c.oid = p.polrelid
              join commented d on d.classoid = 'pg_policy'::regclass and d.objoid = p.oid
              union all
              select 'statistics', s.stxnamespace, s.stxname, null, 'are left out', s.stxrelid from pg_statistic_ext s
              union all
              select 'collation', l.collnamespace, l.collname, null, 'is left out', null from pg_collation l
              where not exists (select from bundled b where b.classid = 'pg_collation'::regclass and b.objid = l.oid)
              union all
              select 'operator', o.oprnamespace, o.oprname, null, 'is left out', null from pg_operator o
              where not exists (select from bundled b where b.classid = 'pg_operator'::regclass and b.objid = o.oid)
              union all
              select 'text search configuration', s.cfgnamespace, s.cfgname, null, 'is left out', null from pg_ts_config s
              where not exists (select from bundled b where b.classid = 'pg_ts_config'::regclass and b.objid = s.oid))
            select f.thing, m.nspname as space, f.name, f.part, f.verdict, c.relname as owner, n.nspname as owner_space
            from found f
            join mine m on m.oid = f.space
            left join pg_class c on c.oid = f.owner
            left join pg_namespace n on n.oid = c.relnamespace
            order by f.thing, m.nspname, f.name, f.part, f.verdict""".replace("${read}", CatalogueQueries.ROUTINE_IS_READ)
            .replace("${key}", CatalogueQueries.PARTITION_KEY_IS_READ)
            .replace("${partition}", CatalogueQueries.PARTITION_IS_READ);

    private final Setting setting;
    private final Predicate<Name> include;

    PostgresLeftOut(Setting setting, Predicate<Name> include) {
        this.setting = setting;
        this.include = include;
    }

    List<String> of(Connection connection, Set<String> otherSchemas) throws SQLException {
        Set<String> schemas = new TreeSet<>(otherSchemas);
        schemas.add(setting.home());
        List<String> said = new ArrayList<>();
        Rows.each(connection, QUERY, "text", schemas.toArray(), row -> {
            Optional<String> owner = row.optional("owner");
            if (owner.isEmpty() || include.test(local(row.text("owner_space"), owner.get()))) {
                said.add(sentence(row));
            }
        });
        return said;
    }

    private Name local(String schema, String name) {
        return schema.equals(setting.home()) ? Name.of(name) : Name.of(schema, name);
    }

    private String sentence(Rows row) throws SQLException {
        String thing = row.text("thing");
        String space = row.text("space");
        boolean alone = space.equals(setting.home()) || thing.equals("schema");
        String in = alone ? "" : Name.part(space) + ".";
        String part = row.optional("part").map(name -> "." + Name.part(name)).orElse("");
        return thing + " '" + in + row.text("name") + part + "' " + row.text("verdict");
    }
}
