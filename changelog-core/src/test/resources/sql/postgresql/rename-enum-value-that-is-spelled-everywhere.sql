-- rename value low of enum audit.level to it's, low
alter type "audit"."level" rename value 'low' to 'it''s, low';

-- and back: rename value it's, low of enum audit.level to low
alter type "audit"."level" rename value 'it''s, low' to 'low';
