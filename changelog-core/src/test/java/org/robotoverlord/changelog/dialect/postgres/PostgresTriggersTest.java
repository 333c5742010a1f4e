package org.robotoverlord.changelog.dialect.postgres;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.robotoverlord.changelog.TestPostgres;

class PostgresTriggersTest {
    static List<Integer> majors() {
        return TestPostgres.majors();
    }

    @ParameterizedTest
    @MethodSource("majors")
    void triggers_are_read_but_for_those_without_words(int major) throws SQLException {
        try (LiveDatabase database = LiveDatabase.of(major, """
                create schema audit;
                create table t (a int, "B b" text, v tsvector);
                create function touch() returns trigger language plpgsql as 'begin return new; end';
                create function audit."Note"() returns trigger language plpgsql as 'begin return new; end';
                create trigger one before insert or update of "B b", a on t for each row
                  when (new.a > 0 and new."B b" <> ' WHEN (x') execute function touch('it''s', E'a\\\\b', '3');
                create trigger "Two" after delete or truncate on t execute function audit."Note"();
                create trigger vector before insert on t for each row
                  execute function tsvector_update_trigger('v', 'pg_catalog.simple', 'B b');
                create constraint trigger three after insert on t for each row execute function touch();
                create trigger four after insert on t referencing new table as fresh execute function touch();
                """)) {
            database.assertReadsAs("""
                    schemas: [audit]
                    functions:
                      touch(): {returns: trigger, language: plpgsql, body: begin return new; end}
                      audit.Note(): {returns: trigger, language: plpgsql, body: begin return new; end}
                    tables:
                      t:
                        columns: {a: integer, "B b": text, v: tsvector}
                        triggers:
                          one:
                            when: before
                            on: [{update: [a, "B b"]}, insert]
                            forEach: row
                            condition: new.a > 0 AND new."B b" <> ' WHEN (x'::text
                            call: touch('it''s', 'a\\b', 3)
                          Two: {when: after, on: [delete, truncate], call: audit.Note()}
                          vector: {when: before, on: [insert], forEach: row, call: "tsvector_update_trigger(v, 'pg_catalog.simple', 'B b')"}
                    """);
        }
    }
}
