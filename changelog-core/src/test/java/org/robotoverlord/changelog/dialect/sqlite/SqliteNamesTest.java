package org.robotoverlord.changelog.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.change.ChangeExample;
import org.robotoverlord.changelog.dialect.Unsupported;

class SqliteNamesTest {
    private static final List<Change> GIVEN = ChangeExample.changes("""
            - createTable:
                name: posts
                columns: {id: integer, mail: text, Ä: text}
                indexes: {posts_mail_idx: [mail]}
            - createTable: {name: one, columns: {id: integer}}
            - createView: {name: seen, query: select id from one}
            """);

    private final SqliteDialect dialect = new SqliteDialect();

    private void write(String changes) {
        dialect.statements(ChangeExample.changes(changes), ChangeExample.after(GIVEN), dialect.newest());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- createTable: {name: Posts, columns: {id: integer}}",
                "- createTable: {name: POSTS_mail_idx, columns: {id: integer}}",
                "- createTable: {name: users, columns: {id: integer}, indexes: {Seen: [id]}}",
                "- createTable: {name: users, columns: {id: integer}, indexes: {a: [id], A: [id]}}",
                "- createIndex: {table: posts, name: posts_Mail_idx, columns: [id]}",
                "- createView: {name: Posts, query: select 1 as one}",
                "- renameView: {from: seen, to: POSTS}",
                "- addColumn: {table: posts, column: {Mail: text}}",
            })
    void two_that_differ_in_case_only_are_refused(String change) {
        assertThatThrownBy(() -> write(change))
                .isInstanceOf(Unsupported.class)
                .hasMessageContaining("differ in case only; rename one of them");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- createTable: {name: SQLite_x, columns: {id: integer}}",
                "- createIndex: {table: posts, name: sqlite_x, columns: [id]}",
                "- renameTable: {from: posts, to: sqlite_posts}",
            })
    void names_that_sqlite_keeps_for_itself_are_refused(String change) {
        assertThatThrownBy(() -> write(change))
                .isInstanceOf(Unsupported.class)
                .hasMessageContaining("begin with sqlite_")
                .hasMessageContaining("take another");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- renameTable: {from: posts, to: Posts}",
                "- renameView: {from: seen, to: Seen}",
                "- renameIndex: {table: posts, from: posts_mail_idx, to: posts_Mail_idx}",
                "- addColumn: {table: posts, column: {ä: text}}",
                "- dropView: {name: seen}\n- createTable: {name: Seen, columns: {id: integer}}",
            })
    void a_name_may_change_its_case_and_what_is_apart_stays_so(String change) {
        assertThatCode(() -> write(change)).doesNotThrowAnyException();
    }

    @Test
    void only_letters_of_ascii_have_a_case() {
        assertThat(SqliteNames.areSame("Order", "oRDER")).isTrue();
        assertThat(SqliteNames.areSame("Ä", "ä")).isFalse();
        assertThat(SqliteNames.areSame("K", "\u212a")).isFalse();
        assertThat(SqliteNames.areSame("a", "ab")).isFalse();
    }
}
