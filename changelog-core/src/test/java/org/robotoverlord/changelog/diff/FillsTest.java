package org.robotoverlord.changelog.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.robotoverlord.changelog.schema.Value;

/** Holds where a fill is asked for, and where a default is one. */
class FillsTest {
    private static String users(String columns) {
        return "enums: {role: [a, b]}\ntables: {users: {columns: {id: bigint, " + columns + "}}}";
    }

    private static List<String> asked(String from, String to) {
        Deciding deciding = Deciding.no();
        DiffAssert.from(users(from), users(to)).deciding(deciding).difference();
        return deciding.asked();
    }

    @Test
    void a_new_column_needs_a_fill_only_where_it_does_not_fill_itself() {
        assertThat(
                        asked(
                                "x: integer",
                                "x: integer, a: {type: text, nullable: false}, b: {type: text, nullable: false, default: x},"
                                        + " c: {type: bigint, identity: true}, d: text, e: {type: text, nullable: false, generated: {sql: lower(d)}}"))
                .containsExactly("fill users.a text");
    }

    @Test
    void a_column_that_takes_null_no_longer_needs_one_and_its_default_is_it() {
        DiffAssert.from(
                        users("a: text, b: text"),
                        users("a: {type: varchar(9), nullable: false}, b: {type: text, nullable: false, default: x}"))
                .deciding(Deciding.no().fills(Map.of("users.a", Value.sql("left(b, 9)"))))
                .gives("""
                        - changeType: {table: users, column: a, to: varchar(9)}
                        - setNullable: {table: users, column: a, nullable: false, fill: {sql: 'left(b, 9)'}}
                        - setDefault: {table: users, column: b, default: x}
                        - setNullable: {table: users, column: b, nullable: false, fill: x}
                        """);
        assertThat(asked(
                        "a: text, b: text",
                        "a: {type: varchar(9), nullable: false}, b: {type: text, nullable: false, default: x}"))
                .containsExactly("fill users.a varchar(9)");
    }

    @Test
    void the_way_back_is_asked_for_where_there_is_no_default() {
        assertThat(asked("a: {type: text, nullable: false}", "a: text")).containsExactly("way back users.a text");
        assertThat(asked("a: {type: text, nullable: false}", "zz: integer")).containsExactly("way back users.a text");
        assertThat(asked("a: {type: text, nullable: false, default: x}", "a: text"))
                .isEmpty();
    }

    @Test
    void the_default_that_goes_serves_the_way_back() {
        DiffAssert.from(users("a: {type: text, nullable: false, default: x}"), users("a: text"))
                .gives("""
                        - setDefault: {table: users, column: a}
                        - setNullable: {table: users, column: a, nullable: true, fill: x}
                        """);
    }

    @Test
    void a_fill_that_does_not_fit_is_refused() {
        DiffAssert.from(users("a: integer"), users("a: {type: integer, nullable: false}"))
                .deciding(Deciding.no().fills(Map.of("users.a", Value.literal("many"))))
                .isRefused("fill of 'users.a': 'many' doesn't fit integer");
        DiffAssert.from(users("a: role"), users("a: {type: role, nullable: false}"))
                .deciding(Deciding.no().fills(Map.of("users.a", Value.literal("c"))))
                .isRefused("fill of 'users.a': 'c' is no value of enum 'role'", "it has [a, b]");
    }

    @Test
    void a_key_over_columns_that_took_null_asks_for_each() {
        assertThat(asked("a: integer, b: integer", "a: {type: integer, primaryKey: true}, b: integer"))
                .containsExactly("fill users.a integer");
    }
}
