-- detach partition boss of audit.log
alter table "audit"."log" detach partition "audit"."boss";

-- and back: attach partition boss to audit.log
alter table "audit"."log" attach partition "audit"."boss" for values in ('moderator', 'overlord');
