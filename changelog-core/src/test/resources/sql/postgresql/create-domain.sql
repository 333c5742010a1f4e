-- create domain audit.email
create domain "audit"."email" as varchar(80) default 'x@y' not null
  constraint "email_check" check (value like '%@%')
  constraint "It's" check (value <> '');
comment on domain "audit"."email" is 'Where to write to.';

-- and back: drop domain audit.email
drop domain "audit"."email";
