-- create sequence audit.down
create sequence "audit"."down" increment by -1 minvalue -9;

-- and back: drop sequence audit.down
drop sequence "audit"."down";
