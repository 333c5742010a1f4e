-- rename sequence ticket to audit.voucher
alter sequence "public"."ticket" rename to "voucher";
alter sequence "public"."voucher" set schema "audit";

-- and back: rename sequence audit.voucher to ticket
alter sequence "audit"."voucher" rename to "ticket";
alter sequence "audit"."ticket" set schema "public";
