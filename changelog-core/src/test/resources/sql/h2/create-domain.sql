-- create domain audit.email
-- outside a transaction
create domain "audit"."email" as varchar(80) default 'x@y'
  constraint "email_check" check (value like '%@%')
  constraint "It's" check (value <> '')
  constraint "email_not_null" check (value is not null);

-- and back: drop domain audit.email
-- outside a transaction
drop domain "audit"."email";
