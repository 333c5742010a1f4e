-- rename function one() to two()
alter function "public"."one"() rename to "two";

-- and back: rename function two() to one()
alter function "public"."two"() rename to "one";
