-- rename sequence ticket to audit."Ticket no."
-- outside a transaction
rename table `ticket` to `audit`.`Ticket no.`;
-- outside a transaction
alter table `users` modify column `no` bigint default (1000 + nextval(`audit`.`Ticket no.`));

-- and back: rename sequence audit."Ticket no." to ticket
-- outside a transaction
rename table `audit`.`Ticket no.` to `ticket`;
-- outside a transaction
alter table `users` modify column `no` bigint default (1000 + nextval(`ticket`));
