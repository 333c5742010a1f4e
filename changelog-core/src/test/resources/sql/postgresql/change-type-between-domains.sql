-- change type of jobs.mail to audit.work_email
alter table "public"."jobs"
  drop constraint "jobs_mail_check",
  alter column "mail" drop default,
  alter column "mail" set data type "audit"."work_email",
  alter column "mail" set default 'a@b',
  add constraint "jobs_mail_check" check (mail <> 'x@y');

-- and back: change type of jobs.mail to email
alter table "public"."jobs"
  drop constraint "jobs_mail_check",
  alter column "mail" drop default,
  alter column "mail" set data type "public"."email",
  alter column "mail" set default 'a@b',
  add constraint "jobs_mail_check" check (mail <> 'x@y');
