-- rename sequence ticket to audit."Ticket no."
alter sequence "public"."ticket" rename to "Ticket no.";
alter sequence "public"."Ticket no." set schema "audit";

-- and back: rename sequence audit."Ticket no." to ticket
alter sequence "audit"."Ticket no." rename to "ticket";
alter sequence "audit"."ticket" set schema "public";
