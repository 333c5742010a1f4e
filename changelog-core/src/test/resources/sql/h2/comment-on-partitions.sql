-- comment on column events.note
-- outside a transaction
comment on column "public"."events"."note" is 'Hm.';

-- and back: remove comment of column events.note
-- outside a transaction
comment on column "public"."events"."note" is null;
