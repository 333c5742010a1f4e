-- set storage parameters of users
alter table "public"."users" set (fillfactor = 70, toast.vacuum_truncate = 'OFF');

-- and back: set storage parameters of users
alter table "public"."users" reset (fillfactor, toast.vacuum_truncate);
