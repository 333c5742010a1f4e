package org.robotoverlord.changelog.diff;

import org.junit.jupiter.api.Test;

/** Holds how domains come, change and go, before and after what is of them. */
class DomainDiffTest {
    @Test
    void domains_come_before_what_is_of_them_and_after_what_they_call() {
        DiffAssert.to("""
                enums: {mood: [good, bad]}
                domains:
                  work_email: {type: email, nullable: false}
                  email: {type: text, checks: {short: is_short(value)}}
                  feeling: {type: mood, default: good}
                functions:
                  is_short(text): {returns: boolean, language: sql, volatility: immutable, body: select true}
                  is_mine(email): {returns: boolean, language: sql, body: select true}
                tables:
                  users: {columns: {email: work_email}}
                """).gives("""
                        - createEnum: {name: mood, values: [good, bad]}
                        - createDomain: {name: feeling, type: mood, default: good}
                        - createFunction: {name: is_short(text), returns: boolean, language: sql, volatility: immutable, body: select true}
                        - createDomain: {name: email, type: text, checks: {short: is_short(value)}}
                        - createDomain: {name: work_email, type: email, nullable: false}
                        - createFunction: {name: is_mine(email), returns: boolean, language: sql, body: select true}
                        - createTable: {name: users, columns: {email: work_email}}
                        """);
    }

    @Test
    void a_domain_is_altered_and_commented_in_place() {
        String before = """
                domains: {email: {type: text}, word: {type: text}}
                tables: {users: {columns: {email: email}}}
                """;
        DiffAssert.from(
                        before,
                        before.replace("email: {type: text}", "email: {type: text, nullable: false}")
                                .replace("word: {type: text}", "word: {type: text, comment: One of them.}"))
                .gives("""
                        - alterDomain: {name: email, type: text, nullable: false}
                        - setComment: {domain: word, comment: One of them.}
                        """);
    }

    @Test
    void a_column_leaves_a_domain_before_that_changes_and_what_stands_on_its_columns_is_made_anew() {
        DiffAssert.from("""
                domains: {code: {type: integer}}
                tables:
                  users: {columns: {a: code, b: {type: code, unique: true}, c: {type: code, check: c > 1}}}
                  others: {columns: {b: {type: code, references: users.b}}}
                """, """
                domains: {code: {type: text}}
                tables:
                  users: {columns: {a: integer, b: {type: code, unique: true}, c: {type: code, check: c > '1'}}}
                  others: {columns: {b: {type: code, references: users.b}}}
                """).gives("""
                        - dropConstraint: {table: others, name: others_b_fkey}
                        - dropConstraint: {table: users, name: users_c_check}
                        - changeType: {table: users, column: a, to: integer}
                        - alterDomain: {name: code, type: text}
                        - addCheck: {table: users, name: users_c_check, check: c > '1'}
                        - addForeignKey: {table: others, name: others_b_fkey, columns: [b], references: users, to: [b]}
                        """);
    }

    @Test
    void a_domain_becomes_an_enum_and_an_enum_a_domain() {
        DiffAssert.from("""
                enums: {mood: [good, bad]}
                domains: {rank: {type: text}}
                tables: {users: {columns: {mood: mood, rank: rank}}}
                """, """
                enums: {rank: [low, high]}
                domains: {mood: {type: varchar(20)}}
                tables: {users: {columns: {mood: mood, rank: rank}}}
                """).gives("""
                        - renameDomain: {from: rank, to: rank__swap}
                        - renameEnum: {from: mood, to: mood__swap}
                        - createEnum: {name: rank, values: [low, high]}
                        - createDomain: {name: mood, type: varchar(20)}
                        - changeType: {table: users, column: mood, to: mood}
                        - changeType: {table: users, column: rank, to: rank}
                        - dropDomain: {name: rank__swap}
                        - dropEnum: {name: mood__swap}
                        """);
    }

    @Test
    void an_equal_domain_is_renamed_and_what_is_of_it_follows() {
        String before = """
                domains: {email: {type: text, checks: {at: value like '%@%'}}, work: {type: email}}
                functions: {f(email): {returns: email, language: sql, body: select $1}}
                tables: {users: {columns: {email: email, all: "email[]"}}}
                """;
        DiffAssert.from(before, """
                domains: {address: {type: text, checks: {at: value like '%@%'}}, work: {type: address}}
                functions: {f(address): {returns: address, language: sql, body: select $1}}
                tables: {users: {columns: {email: address, all: "address[]"}}}
                """).gives("- renameDomain: {from: email, to: address}");
    }

    @Test
    void domains_go_when_nothing_is_of_them() {
        DiffAssert.from("""
                domains: {email: {type: text}, work: {type: email}}
                functions: {f(work): {returns: integer, language: sql, body: select 1}}
                tables: {users: {columns: {email: work}}}
                """, "tables: {users: {columns: {email: text}}}").gives("""
                        - changeType: {table: users, column: email, to: text}
                        - dropFunction: {name: f(work)}
                        - dropDomain: {name: work}
                        - dropDomain: {name: email}
                        """);
    }

    @Test
    void a_default_makes_way_for_an_enum_though_the_domain_between_goes() {
        DiffAssert.from("""
                        enums: {role: [citizen, overlord]}
                        domains: {some_role: {type: role}, high_role: {type: some_role, default: overlord}}
                        tables: {users: {columns: {id: bigint, role: high_role}}}
                        """, """
                        enums: {role: [citizen]}
                        tables: {users: {columns: {id: bigint, role: role}}}
                        """).gives("""
                        - changeType: {table: users, column: role, to: role}
                        - alterDomain: {name: high_role, type: some_role}
                        - changeEnum: {enum: role, values: [citizen]}
                        - dropDomain: {name: high_role}
                        - dropDomain: {name: some_role}
                        """);
    }
}
