-- detach partition l_2 of leaves
do $body$
declare
  own record;
begin
  for pass in 1..2 loop
    for own in
      select i.indexrelid::regclass as index, 'robot_' || i.indexrelid as aside, w.name
      from (values
        ('"public"."leaves_pkey"'::regclass, 'l_2_pkey')
      ) w(parent, name)
      join pg_inherits h on h.inhparent = w.parent
      join pg_index i on i.indexrelid = h.inhrelid and i.indrelid = '"public"."l_2"'::regclass
      join pg_class c on c.oid = i.indexrelid and c.relname <> w.name
    loop
      execute format('alter index %s rename to %I', own.index, case pass when 1 then own.aside else own.name end);
    end loop;
  end loop;
end
$body$;
alter table "public"."leaves" drop constraint "leaves_fkey";
alter table "public"."leaves" detach partition "public"."l_2";
alter table "public"."leaves" add constraint "leaves_fkey" foreign key ("node", "part") references "public"."nodes" ("id", "part") on delete cascade;
alter table "public"."l_2" add constraint "leaves_fkey" foreign key ("node", "part") references "public"."nodes" ("id", "part") on delete cascade;

-- and back: attach partition l_2 to leaves
alter table "public"."l_2" drop constraint "leaves_fkey";
alter table "public"."leaves" attach partition "public"."l_2" for values from (2) to (3);
