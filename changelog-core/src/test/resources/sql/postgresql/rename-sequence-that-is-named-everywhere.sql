-- rename sequence ticket to voucher
alter sequence "public"."ticket" rename to "voucher";

-- and back: rename sequence voucher to ticket
alter sequence "public"."voucher" rename to "ticket";
