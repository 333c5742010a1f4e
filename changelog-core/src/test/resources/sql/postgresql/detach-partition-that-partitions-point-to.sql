-- detach partition n_1 of nodes
do $body$
declare
  own record;
begin
  for pass in 1..2 loop
    for own in
      select i.indexrelid::regclass as index, 'robot_' || i.indexrelid as aside, w.name
      from (values
        ('"public"."nodes_pkey"'::regclass, 'n_1_pkey')
      ) w(parent, name)
      join pg_inherits h on h.inhparent = w.parent
      join pg_index i on i.indexrelid = h.inhrelid and i.indrelid = '"public"."n_1"'::regclass
      join pg_class c on c.oid = i.indexrelid and c.relname <> w.name
    loop
      execute format('alter index %s rename to %I', own.index, case pass when 1 then own.aside else own.name end);
    end loop;
  end loop;
end
$body$;
alter table "public"."nodes" drop constraint "nodes_fkey";
alter table "public"."nodes" detach partition "public"."n_1";
alter table "public"."nodes" add constraint "nodes_fkey" foreign key ("parent", "part") references "public"."nodes" ("id", "part") on delete restrict;
alter table "public"."n_1" add constraint "nodes_fkey" foreign key ("parent", "part") references "public"."nodes" ("id", "part") on delete restrict;

-- and back: attach partition n_1 to nodes
alter table "public"."n_1" drop constraint "nodes_fkey";
alter table "public"."nodes" attach partition "public"."n_1" for values in (1);
