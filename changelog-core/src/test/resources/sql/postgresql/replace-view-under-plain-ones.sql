-- replace view active
-- keeps what only the database knows of the views: owner, options, defaults, comments of columns, rules, triggers, grants
do $robot$
declare
  kept jsonb := coalesce(nullif(current_setting('robot.views', true), ''), '{}');
  mine regclass;
begin
  foreach mine in array array['"public"."active"', '"public"."best"', '"public"."Best of all"']::regclass[] loop
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
$robot$;
drop view "public"."Best of all";
drop view "public"."best";
drop view "public"."active";
create view "public"."active" as
select id, score + 1 as score, born from users;
create view "public"."best" as
select a.* from active as a where a.score > 3;
create view "public"."Best of all" as
select max(score) as most from best;
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
  foreach mine in array array['"public"."active"', '"public"."best"', '"public"."Best of all"']::regclass[] loop
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
$robot$;

-- and back: replace view active
-- keeps what only the database knows of the views: owner, options, defaults, comments of columns, rules, triggers, grants
do $robot$
declare
  kept jsonb := coalesce(nullif(current_setting('robot.views', true), ''), '{}');
  mine regclass;
begin
  foreach mine in array array['"public"."active"', '"public"."best"', '"public"."Best of all"']::regclass[] loop
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
$robot$;
drop view "public"."Best of all";
drop view "public"."best";
drop view "public"."active";
create view "public"."active" as
select id, email, score from users where active;
create view "public"."best" as
select a.* from active as a where a.score > 3;
create view "public"."Best of all" as
select max(score) as most from best;
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
  foreach mine in array array['"public"."active"', '"public"."best"', '"public"."Best of all"']::regclass[] loop
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
$robot$;
