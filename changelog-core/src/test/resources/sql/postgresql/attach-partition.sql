-- attach partition e_28 to events
alter table "public"."events" attach partition "public"."e_28" for values from ('2028-01-01') to ('2029-01-01');
select setval(pg_get_serial_sequence('"public"."events"', 'id'), max("id")) from "public"."events" having max("id") > coalesce(pg_sequence_last_value(pg_get_serial_sequence('"public"."events"', 'id')::regclass), 0);

-- and back: detach partition e_28 of events
do $body$
declare
  own record;
begin
  for pass in 1..2 loop
    for own in
      select i.indexrelid::regclass as index, 'robot_' || i.indexrelid as aside, w.name
      from (values
        ('"public"."events_pkey"'::regclass, 'e_28_pkey'),
        ('"public"."events_note_idx"'::regclass, 'e_28_note_idx')
      ) w(parent, name)
      join pg_inherits h on h.inhparent = w.parent
      join pg_index i on i.indexrelid = h.inhrelid and i.indrelid = '"public"."e_28"'::regclass
      join pg_class c on c.oid = i.indexrelid and c.relname <> w.name
    loop
      execute format('alter index %s rename to %I', own.index, case pass when 1 then own.aside else own.name end);
    end loop;
  end loop;
end
$body$;
do $body$
declare
  own record;
begin
  for own in
    select k.conname, p.conname as name
    from pg_constraint k
    join pg_constraint p on p.oid = k.conparentid and p.conrelid = '"public"."events"'::regclass
    where k.conrelid = '"public"."e_28"'::regclass and k.contype = 'f' and k.conname <> p.conname
  loop
    execute format('alter table %s rename constraint %I to %I', '"public"."e_28"'::regclass, own.conname, own.name);
  end loop;
end
$body$;
alter table "public"."events" detach partition "public"."e_28";
