-- rename domain percent to Share
alter domain "public"."percent" rename to "Share";

-- and back: rename domain Share to percent
alter domain "public"."Share" rename to "percent";
