-- rename function is_short(text) to is_brief(text)
alter function "public"."is_short"(text) rename to "is_brief";

-- and back: rename function is_brief(text) to is_short(text)
alter function "public"."is_brief"(text) rename to "is_short";
