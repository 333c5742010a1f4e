package org.robotoverlord.changelog.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.robotoverlord.changelog.TestPostgres;
import org.robotoverlord.changelog.schema.Schema;

/** Holds how sequences are read. */
class PostgresSequencesTest {
    static List<Integer> majors() {
        return TestPostgres.majors();
    }

    @ParameterizedTest
    @MethodSource("majors")
    void a_sequence_says_only_what_its_type_does_not_and_an_identitys_own_is_none(int major) throws SQLException {
        try (LiveDatabase database = LiveDatabase.of(major, """
                create schema audit;
                create table users (id serial primary key, no int generated always as identity, big bigserial);
                create sequence ticket start 1000 increment 5 minvalue 10 maxvalue 2000 cache 3 cycle owned by users.no;
                create sequence "Down" as smallint increment -1;
                create sequence audit.plain;
                alter table users add column plain bigint default nextval('audit.plain') * 2;
                """)) {
            database.assertReadsAs("""
                    schemas: [audit]
                    sequences:
                      users_id_seq: {type: integer, ownedBy: users.id}
                      users_big_seq: {ownedBy: users.big}
                      ticket: {start: 1000, increment: 5, min: 10, max: 2000, cache: 3, cycle: true, ownedBy: users.no}
                      Down: {type: smallint, increment: -1}
                      audit.plain: {}
                    tables:
                      users:
                        columns:
                          id: {type: integer, primaryKey: true, default: {sql: "nextval('users_id_seq'::regclass)"}}
                          no: {type: integer, identity: always}
                          big: {type: bigint, nullable: false, default: {sql: "nextval('public.users_big_seq'::regclass)"}}
                          plain: {type: bigint, default: {sql: "nextval('audit.plain'::regclass) * 2"}}
                    """);
        }
    }

    @Test
    void a_sequence_of_a_table_that_is_not_read_is_not_either() throws SQLException {
        try (LiveDatabase database = LiveDatabase.of("create table users (id serial); create sequence ticket")) {
            Schema read = new PostgresIntrospector()
                    .read(database.connection(), LiveDatabase.SETTING, Set.of(), name -> false);
            assertThat(read).isEqualTo(LiveDatabase.model("sequences: {ticket: {}}"));
        }
    }
}
