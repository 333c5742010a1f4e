package org.robotoverlord.changelog.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robotoverlord.changelog.Documents.refusals;
import static org.robotoverlord.changelog.Documents.replayed;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.robotoverlord.changelog.schema.Schema;

/** Holds what replay refuses for the sake of views, and what it doesn't. */
class ViewRefusalsTest {
    private static final Schema BEFORE = replayed("""
            - createSchema: {name: audit}
            - createEnum: {name: mood, values: [good, bad]}
            - createFunction: {name: twice(integer), returns: integer, language: sql, body: select $1 * 2}
            - createSequence: {name: ticket}
            - createTable:
                name: users
                columns: {id: bigint, name: text, mood: mood, score: integer, born: date}
                primaryKey: [id]
                indexes: {users_name_idx: [name]}
            - createTable: {name: logs, columns: {what: text}}
            - createView: {name: active, query: "select id, name, 'good'::mood as best, twice(score) as twice from users"}
            - createView: {name: named, query: select name from active}
            - createView: {name: counted, query: "select id, count(*) as n, (select last_value from ticket) as at from users group by id"}
            - createView: {name: logged, query: select * from logs}
            - createView: {name: kept, query: select what from logs, materialized: true, indexes: {kept_idx: [what]}}
            """);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "dropColumn: {table: users, column: score}|f:2:40: view 'named' stands on what would be dropped; drop it first",
                "dropColumn: {table: users, column: born}|",
                "dropColumn: {table: logs, column: what}|f:2:39: view 'kept' stands on what would be dropped; drop it first",
                "addColumn: {table: logs, column: {at: date}}|f:2:38: view 'logged' stands on what would be added; drop it first, and create it again after",
                "addColumn: {table: users, column: {last_value: date}}|view 'counted' stands on what would be added",
                "addColumn: {table: users, column: {more: date}}|",
                "renameColumn: {table: users, from: name, to: nick}|f:2:40: view 'named' stands on what would be renamed; drop it first, and create it again after",
                "renameColumn: {table: users, from: born, to: birthday}|",
                "changeType: {table: users, column: score, to: bigint}|",
                "renameTable: {from: users, to: people}|f:2:25: view 'named' stands on what would be renamed",
                "dropTable: {name: logs}|f:2:23: view 'kept' stands on what would be dropped",
                "dropConstraint: {table: users, name: users_pkey}|f:2:42: view 'counted' stands on what would be dropped",
                "dropEnum: {name: mood}|enum 'mood' can't be dropped: column 'users.mood' is of it",
                "renameEnum: {from: mood, to: temper}|f:2:24: view 'named' stands on what would be renamed",
                "renameEnumValue: {enum: mood, from: good, to: fine}|f:2:41: view 'named' stands on what would be renamed",
                "renameEnumValue: {enum: mood, from: bad, to: awful}|",
                "dropFunction: {name: twice(integer)}|f:2:26: view 'named' stands on what would be dropped",
                "dropSequence: {name: ticket}|f:2:26: view 'counted' stands on what would be dropped",
                "dropView: {name: active}|f:2:22: view 'named' stands on what would be dropped; drop it first",
                "dropView: {name: activ}|f:2:22: there is no view 'activ' (did you mean 'active'?)",
                "renameView: {from: active, to: living}|f:2:24: view 'named' stands on what would be renamed",
                "renameView: {from: named, to: users}|f:2:35: there is a table 'users' already",
                "renameView: {from: named, to: nope.x}|f:2:35: view 'nope.x' lies in schema 'nope', which is not declared",
                "replaceView: {name: activ, query: select 1}|f:2:25: there is no view 'activ' (did you mean 'active'?)",
                "replaceView: {name: active, query: select name from named}|f:2:40: view 'active' stands on view 'named', and that one on this",
                "refreshView: {name: named}|f:2:25: view 'named' isn't materialized, so it always shows what its query gives; leave this change out",
                "createView: {name: users, query: select 1}|f:2:24: there is a table 'users' already",
                "createView: {name: users_name_idx, query: select 1}|'users_name_idx' is the name of an index of table 'users' already",
                "createView: {name: ticket, query: select 1}|there is a sequence 'ticket' already",
                "createView: {name: mood, query: select 1}|there is an enum 'mood' already",
                "createView: {name: named, query: select 1}|there is a view 'named' already",
                "createView: {name: kept_idx, query: select 1}|'kept_idx' is the name of an index of view 'kept' already",
                "createView: {name: v, query: drop table users}|f:2:34: a view shows what a query gives, and no query begins with 'drop'; begin with select, with, values or table",
                "createView: {name: v, query: select 1; select 2}|f:2:34: a view shows what one query gives; take the ';' out",
                "createView: {name: v, query: select 1; }|",
                "createView: {name: v, query: ''}|f:2:34: an SQL expression is empty",
                "createView: {name: v, query: select 1, indexes: {i: [a]}}|a view that isn't materialized has no rows to index",
                "createTable: {name: named, columns: {a: text}}|f:2:25: there is a view 'named' already",
                "createEnum: {name: named, values: [a]}|f:2:24: there is a view 'named' already",
                "createSequence: {name: named}|there is a view 'named' already",
                "createIndex: {table: users, name: named, columns: [born]}|index name 'named' is used for a view too",
                "createIndex: {table: users, name: kept_idx, columns: [born]}|index name 'kept_idx' is used in view 'kept' too",
                "createIndex: {table: kept, name: users_name_idx, columns: [what]}|index name 'users_name_idx' is that of an index of table 'users' too",
                "createIndex: {table: named, name: i, columns: [name]}|f:2:26: view 'named' isn't materialized, so it has no rows to index",
                "dropIndex: {table: kept, name: kpt_idx}|view 'kept' has no index 'kpt_idx' (did you mean 'kept_idx'?)",
                "dropSchema: {name: audit}|",
                "setComment: {view: nope, comment: x}|f:2:24: there is no view 'nope'",
            })
    void a_change_is_refused_for_views(String item, String told) {
        if (told == null) {
            assertThat(replayed(BEFORE, "- " + item)).isNotNull();
            return;
        }
        assertThat(refusals(BEFORE, "- " + item))
                .anySatisfy(line -> assertThat(line)
                        .startsWith(told.startsWith("f:") ? told : "f:2:")
                        .contains(told));
    }
}
