package org.robotoverlord.changelog.dialect.postgres;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.change.CreateView;
import org.robotoverlord.changelog.change.DropView;
import org.robotoverlord.changelog.change.RefreshView;
import org.robotoverlord.changelog.dialect.Moment;
import org.robotoverlord.changelog.dialect.Phrases;
import org.robotoverlord.changelog.dialect.Statement;
import org.robotoverlord.changelog.dialect.TableSql;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.View;

/**
 * Makes views, and makes them anew where what they stand on changes: the server alters little of a view, and nothing below it. What
 * somebody gave to a view that no model knows of, grants above all, is noted before it goes and given to the new one.
 */
final class PostgresViews {
    /** What a view has beside its query, as statements that give it to another of its name; a setting of the session holds them. */
    private static final String KEEP = """
            -- keeps what only the database knows of the views: owner, options, defaults, comments of columns, rules, triggers, grants
            do $robot$
            declare
              kept jsonb := coalesce(nullif(current_setting('robot.views', true), ''), '{}');
              mine regclass;
            begin
              foreach mine in array array[${views}]::regclass[] loop
                kept := kept || jsonb_build_object(mine, (
                  select jsonb_build_object('kind', c.relkind, 'acl', c.relacl::text, 'given', (
                    select jsonb_agg(jsonb_build_object('place', g.place, 'column', g.part, 'sql', g.sql) order by g.place, g.sql)
                    from (
                      select 1 as place, null::name as part,
                        format('alter table %s owner to %I', mine, pg_get_userbyid(c.relowner)) as sql
                      where c.relowner <> (select r.oid from pg_roles r where r.rolname = current_user)
                      union all
                      select 2, null, format('alter %s %s set (%s)',
                        case c.relkind when 'm' then 'materialized view' else 'view' end, mine, array_to_string(c.reloptions, ', '))
                      where c.reloptions is not null
                      union all
                      select 3, a.attname, format('alter view %s alter column %I set default %s',
                        mine, a.attname, pg_get_expr(x.adbin, x.adrelid))
                      from pg_attrdef x join pg_attribute a on a.attrelid = x.adrelid and a.attnum = x.adnum
                      where x.adrelid = mine
                      union all
                      select 4, a.attname, format('comment on column %s.%I is %L', mine, a.attname, d.description)
                      from pg_description d join pg_attribute a on a.attrelid = d.objoid and a.attnum = d.objsubid
                      where d.classoid = 'pg_class'::regclass and d.objoid = mine and d.objsubid > 0
                      union all
                      select 5, null, pg_get_ruledef(r.oid)
                      from pg_rewrite r where r.ev_class = mine and r.rulename <> '_RETURN'
                      union all
                      select 6, null, pg_get_triggerdef(t.oid)
                      from pg_trigger t where t.tgrelid = mine and not t.tgisinternal
                      union all
                      select 7, null, format('grant %s on %s to %s%s', g.privilege_type, mine,
                        case g.grantee when 0 then 'public' else quote_ident(pg_get_userbyid(g.grantee)) end,
                        case when g.is_grantable then ' with grant option' else '' end)
                      from aclexplode(coalesce(c.relacl, acldefault('r', c.relowner))) g
                      union all
                      select 8, a.attname, format('grant %s (%I) on %s to %s%s', g.privilege_type, a.attname, mine,
                        case g.grantee when 0 then 'public' else quote_ident(pg_get_userbyid(g.grantee)) end,
                        case when g.is_grantable then ' with grant option' else '' end)
                      from pg_attribute a, aclexplode(a.attacl) g
                      where a.attrelid = mine) g))
                  from pg_class c where c.oid = mine));
              end loop;
              perform set_config('robot.views', kept::text, false);
            end
            $robot$""";

    /** Grants that a new view has of its own, as its maker's default ones, are taken away where the old one had others. */
    private static final String GIVE_BACK = """
            -- gives it back to the new ones
            do $robot$
            declare
              kept jsonb := nullif(current_setting('robot.views', true), '');
              mine regclass;
              own jsonb;
              given record;
              granted boolean;
              alike boolean;
            begin
              foreach mine in array array[${views}]::regclass[] loop
                own := kept -> mine::text;
                continue when own is null;
                select c.relacl::text is distinct from own ->> 'acl', c.relkind::text = own ->> 'kind'
                  into granted, alike from pg_class c where c.oid = mine;
                for given in select distinct case g.grantee when 0 then 'public' else quote_ident(pg_get_userbyid(g.grantee)) end as who
                  from pg_class c, aclexplode(coalesce(c.relacl, acldefault('r', c.relowner))) g where c.oid = mine and granted
                loop
                  execute format('revoke all on %s from %s', mine, given.who);
                end loop;
                for given in select g.sql from jsonb_to_recordset(own -> 'given') g(place int, "column" name, sql text)
                  where (granted or g.place <> 7) and (alike or g.place in (1, 4, 7, 8))
                    and (g."column" is null or exists (select from pg_attribute a
                      where a.attrelid = mine and a.attname = g."column" and not a.attisdropped))
                  order by g.place, g.sql
                loop
                  execute given.sql;
                end loop;
              end loop;
            end
            $robot$""";

    private final Moment moment;
    private final Phrases write;
    private final TableSql tables;

    PostgresViews(Moment moment, Phrases write, TableSql tables) {
        this.moment = moment;
        this.write = write;
        this.tables = tables;
    }

    /** What makes a view. One that the same changelog dropped gets back what nobody but the database knew of it. */
    List<Statement> create(CreateView change) {
        Name name = moment.before().local(change.name());
        List<Statement> statements = new ArrayList<>(made(name, change.view()));
        if (moment.earlier().stream().anyMatch(earlier -> drops(earlier, name))) {
            statements.add(giveBack(List.of(name)));
        }
        return statements;
    }

    /** What drops a view. */
    List<Statement> drop(DropView change) {
        Name name = moment.before().local(change.name());
        List<Statement> statements = new ArrayList<>();
        if (moment.later().stream().anyMatch(later -> creates(later, name))) {
            statements.add(keep(List.of(name)));
        }
        statements.add(gone(name));
        return statements;
    }

    private boolean drops(Change change, Name name) {
        return change instanceof DropView drop
                && moment.before().local(drop.name()).equals(name);
    }

    private boolean creates(Change change, Name name) {
        return change instanceof CreateView create
                && moment.before().local(create.name()).equals(name);
    }

    /**
     * The statements, with views dropped before and made anew after.
     *
     * @param views in an order in which each comes after those that it stands on; they are there before and after
     */
    List<Statement> anew(List<Name> views, List<Statement> statements) {
        if (views.isEmpty()) {
            return statements;
        }
        List<Statement> all = new ArrayList<>(dropped(views));
        all.addAll(statements);
        all.addAll(putBack(views));
        return all;
    }

    /** What notes and drops views. */
    List<Statement> dropped(List<Name> views) {
        List<Statement> statements = new ArrayList<>();
        if (!views.isEmpty()) {
            statements.add(keep(views));
        }
        List<Name> backwards = new ArrayList<>(views);
        Collections.reverse(backwards);
        backwards.forEach(view -> statements.add(gone(view)));
        return statements;
    }

    /** What makes views again that were noted. */
    List<Statement> putBack(List<Name> views) {
        List<Statement> statements = new ArrayList<>();
        Schema after = moment.after();
        views.forEach(view -> statements.addAll(made(view, after.get(Kind.VIEW, view))));
        if (!views.isEmpty()) {
            statements.add(giveBack(views));
        }
        return statements;
    }

    /** Without keeping others from reading, where that can be; it needs the rows to be told apart. */
    Statement refresh(RefreshView change) {
        boolean concurrently = moment.before().get(Kind.VIEW, change.name()).tellsRowsApart();
        return moment.statement(
                "refresh materialized view " + (concurrently ? "concurrently " : "") + write.name(change.name()));
    }

    /** What a statement calls a view's kind. */
    static String word(View view) {
        return view.materialized() ? "materialized view" : "view";
    }

    private List<Statement> made(Name name, View view) {
        List<Statement> statements = new ArrayList<>();
        statements.add(
                moment.statement("create " + word(view) + " " + write.name(name) + " as\n" + write.sql(view.query())));
        view.indexes().forEach((index, is) -> statements.addAll(tables.createIndex(name, index, is)));
        view.comment()
                .ifPresent(
                        text -> statements.add(tables.comment(word(view) + " " + write.name(name), Optional.of(text))));
        return statements;
    }

    private Statement gone(Name name) {
        return moment.statement("drop " + word(moment.before().get(Kind.VIEW, name)) + " " + write.name(name));
    }

    private Statement keep(Collection<Name> views) {
        return moment.statement(KEEP.replace("${views}", list(views)));
    }

    private Statement giveBack(Collection<Name> views) {
        return moment.statement(GIVE_BACK.replace("${views}", list(views)));
    }

    private String list(Collection<Name> views) {
        return views.stream().map(name -> write.literal(write.name(name))).collect(Collectors.joining(", "));
    }
}
