package org.robotoverlord.changelog.diff;

import org.junit.jupiter.api.Test;

/** Holds what happens to sequences, in an order in which nothing is lost that should stay. */
class SequenceDiffTest {
    private static final String SERIAL = """
            sequences: {users_id_seq: {type: integer, ownedBy: users.id}}
            tables:
              users:
                columns: {id: {type: integer, nullable: false, default: {sql: nextval('users_id_seq')}}, name: text}
            """;

    @Test
    void a_new_table_finds_its_sequence_and_takes_it_over() {
        DiffAssert.to(SERIAL).gives("""
                - createSequence: {name: users_id_seq, type: integer}
                - createTable:
                    name: users
                    columns: {id: {type: integer, nullable: false, default: {sql: nextval('users_id_seq')}}, name: text}
                - alterSequence: {name: users_id_seq, type: integer, ownedBy: users.id}
                """);
    }

    @Test
    void a_table_leaves_its_sequence_before_it_goes() {
        DiffAssert.from(SERIAL, "")
                .gives("""
                - alterSequence: {name: users_id_seq, type: integer}
                - dropTable: {name: users}
                - dropSequence: {name: users_id_seq}
                """)
                .loses("all rows of table 'users'", "the number that sequence 'users_id_seq' is at");
    }

    @Test
    void a_column_leaves_its_sequence_which_stays() {
        DiffAssert.from(SERIAL, """
                sequences: {users_id_seq: {type: integer}}
                tables: {users: {columns: {name: text}}}
                """).gives("""
                - alterSequence: {name: users_id_seq, type: integer}
                - dropColumn: {table: users, column: id}
                """);
    }

    @Test
    void a_serial_column_becomes_an_identity() {
        DiffAssert.from(SERIAL, """
                tables:
                  users:
                    columns: {id: {type: integer, identity: true}, name: text}
                """).gives("""
                - setDefault: {table: users, column: id}
                - setIdentity: {table: users, column: id, identity: true}
                - dropSequence: {name: users_id_seq}
                """);
    }

    @Test
    void an_identity_makes_room_for_the_sequence_that_may_be_called_like_its_own() {
        DiffAssert.from("""
                tables:
                  users:
                    columns: {id: {type: integer, identity: true}, name: text}
                """, SERIAL).gives("""
                - setIdentity: {table: users, column: id}
                - createSequence: {name: users_id_seq, type: integer, ownedBy: users.id}
                - setDefault: {table: users, column: id, default: {sql: nextval('users_id_seq')}}
                """);
    }

    @Test
    void a_sequence_follows_its_table_and_gets_the_name_that_goes_with_it() {
        DiffAssert.from(SERIAL, """
                sequences: {people_no_seq: {type: integer, ownedBy: people.no}}
                tables:
                  people:
                    columns: {no: {type: integer, nullable: false, default: {sql: nextval('people_no_seq')}}, name: text}
                """).gives("""
                - renameTable: {from: users, to: people}
                - renameColumn: {table: people, from: id, to: no}
                - renameSequence: {from: users_id_seq, to: people_no_seq}
                """).loses();
    }

    @Test
    void a_sequence_moves_with_its_table() {
        DiffAssert.from(SERIAL, """
                schemas: [audit]
                sequences: {audit.users_id_seq: {type: integer, ownedBy: audit.users.id}}
                tables:
                  audit.users:
                    columns: {id: {type: integer, nullable: false, default: {sql: nextval('audit.users_id_seq')}}, name: text}
                """).gives("""
                - createSchema: {name: audit}
                - renameTable: {from: users, to: audit.users}
                """);
    }

    @Test
    void a_sequence_that_should_not_move_stays() {
        DiffAssert.from(SERIAL, """
                schemas: [audit]
                sequences: {users_id_seq: {type: integer}}
                tables:
                  audit.users:
                    columns: {id: {type: integer, nullable: false, default: {sql: nextval('users_id_seq')}}, name: text}
                """).gives("""
                - createSchema: {name: audit}
                - alterSequence: {name: users_id_seq, type: integer}
                - renameTable: {from: users, to: audit.users}
                """);
    }

    @Test
    void a_sequence_of_a_name_like_it_may_be_the_same_one() {
        DiffAssert.from("sequences: {ticket: {}}", "sequences: {ticket_no: {max: 9}}")
                .gives("""
                - renameSequence: {from: ticket, to: ticket_no}
                - alterSequence: {name: ticket_no, max: 9}
                """);
        DiffAssert.from("sequences: {ticket: {}}", "sequences: {ticket_no: {max: 9}}")
                .deciding(Deciding.no())
                .gives("""
                - createSequence: {name: ticket_no, max: 9}
                - dropSequence: {name: ticket}
                """)
                .loses("the number that sequence 'ticket' is at");
    }

    @Test
    void a_sequence_makes_room_for_a_table() {
        DiffAssert.from("""
                sequences: {ticket: {}}
                tables: {users: {columns: {no: {type: bigint, default: {sql: nextval('ticket')}}}}}
                """, """
                tables: {users: {columns: {no: {type: bigint, default: 1}}}, ticket: {columns: {id: integer}}}
                """).gives("""
                - setDefault: {table: users, column: no}
                - dropSequence: {name: ticket}
                - setDefault: {table: users, column: no, default: 1}
                - createTable: {name: ticket, columns: {id: integer}}
                """);
    }

    @Test
    void a_sequence_starts_elsewhere_without_anything_else_noticing() {
        DiffAssert.from(SERIAL + """
                  posts:
                    columns: {id: {type: integer, default: {sql: nextval('users_id_seq')}}}
                """, """
                sequences: {users_id_seq: {type: integer, start: 5, ownedBy: users.id}}
                tables:
                  users:
                    columns: {id: {type: integer, nullable: false, default: {sql: "nextval('public.users_id_seq')"}}, name: text}
                  posts:
                    columns: {id: {type: integer, default: {sql: nextval('users_id_seq')}}}
                """).gives("""
                - alterSequence: {name: users_id_seq, type: integer, start: 5, ownedBy: users.id}
                """).loses();
    }

    @Test
    void what_can_hold_none_of_the_old_numbers_begins_again() {
        DiffAssert.from("sequences: {ticket: {}}", "sequences: {ticket: {increment: -1}}")
                .gives("- alterSequence: {name: ticket, increment: -1}")
                .loses("the number that sequence 'ticket' is at");
    }
}
