package org.robotoverlord.changelog.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robotoverlord.changelog.Documents.bytes;
import static org.robotoverlord.changelog.Documents.modelRefusals;
import static org.robotoverlord.changelog.Documents.models;
import static org.robotoverlord.changelog.Documents.modelsOf;
import static org.robotoverlord.changelog.Documents.told;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.robotoverlord.changelog.Documents;
import org.robotoverlord.changelog.schema.EnumType;
import org.robotoverlord.changelog.schema.Extension;
import org.robotoverlord.changelog.schema.Hint;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;

class YamlModelsTest {
    @Test
    void all_files_are_read_as_if_they_were_one() {
        Schema schema = modelsOf("""
                tables:
                  users: {columns: {id: {type: bigint, primaryKey: true}, role: user_role}}
                """, """
                schemas: [audit]
                extensions: [citext]
                enums: {user_role: [citizen, overlord]}
                tables:
                  posts: {columns: {user_id: {type: bigint, references: users}}}
                """).schema();

        assertThat(schema.tables().keySet()).containsExactly(Name.of("users"), Name.of("posts"));
        assertThat(schema.schemas()).containsExactly("audit");
        assertThat(schema.extensions()).containsEntry("citext", Extension.PLAIN);
        assertThat(schema.enums()).containsEntry(Name.of("user_role"), EnumType.of(List.of("citizen", "overlord")));
    }

    @Test
    void empty_files_and_empty_keys_say_nothing() {
        assertThat(modelsOf("", "# nothing yet\n", "---\n", "tables:\nenums:\nschemas:\nextensions:\n")
                        .schema())
                .isEqualTo(Schema.empty(Documents.SETTING));
    }

    @Test
    void mistakes_of_several_kinds_are_told_at_once_and_what_may_follow_from_them_is_not() {
        assertThat(modelRefusals(
                        """
                schemas: [audit]
                enums: {other.mood: [good]}
                sequences: {ticket: {ownedBy: users.no}}
                views: {users: {query: select 1 as one}}
                domains: {email: {type: tekst}}
                tables:
                  users: {columns: {id: {type: bigint, primaryKey: true}, mail: txt}}
                  likes: {columns: {post: {type: bigint, references: posts}}}
                """, "tables: {posts: {columns: {id: {type: bigint, primaryKey: true, primaryKey: true}}}}\n"))
                .satisfiesExactlyInAnyOrder(
                        told -> assertThat(told).startsWith("f:2:").contains("'other'"),
                        told -> assertThat(told).startsWith("f:3:").contains("no column 'no'"),
                        told -> assertThat(told).startsWith("f:4:").contains("name of a view and of a table"),
                        told -> assertThat(told).startsWith("f:5:").contains("no type 'tekst'"),
                        told -> assertThat(told).startsWith("f:7:").contains("no type 'txt'"),
                        told -> assertThat(told).contains("primaryKey"));
    }

    @Test
    void what_may_be_in_a_misspelt_group_is_not_missed() {
        assertThat(modelRefusals("""
                enms: {mood: [good]}
                tables: {users: {columns: {is: mood, in: {type: bigint, references: teams}}}}
                """)).singleElement().asString().contains("'enms'");
    }

    @Test
    void a_foreign_key_between_types_that_no_database_compares_is_refused() {
        assertThat(modelRefusals("""
                tables:
                  a: {columns: {id: {type: bigint, primaryKey: true}, at: {type: date, unique: true}}}
                  b: {columns: {a_id: {type: uuid, references: a}, n: {type: integer, references: {table: a, name: x}}, d: {type: timestamptz, references: a.at}}}
                """))
                .containsExactly(
                        "f:3:48: foreign key 'b_a_id_fkey' leads from column 'a_id', which is uuid, to 'a.id', which is bigint;"
                                + " give both the same type");
    }

    @Test
    void a_foreign_key_finds_the_key_of_a_table_that_comes_later_and_of_its_own() {
        Schema schema = models("""
                tables:
                  a: {columns: {id: {type: bigint, primaryKey: true}, b_id: {type: bigint, references: b}, up: {type: bigint, references: a}}}
                  b: {columns: {id: {type: bigint, primaryKey: true}, a_id: {type: bigint, references: a}}}
                """);

        assertThat(schema.table(Name.of("a")).foreignKeys().values())
                .extracting(key -> key.to().toString())
                .containsExactly("[id]", "[id]");
        assertThat(schema.problems(Name.of("a"))).isEmpty();
    }

    @Test
    void names_in_the_apps_own_schema_are_the_same_with_and_without_it() {
        Schema one = models("""
                enums: {mood: [ok]}
                tables:
                  users: {columns: {id: {type: bigint, primaryKey: true}, mood: mood}}
                  posts: {columns: {user_id: {type: bigint, references: users}}}
                """);
        Schema other = models("""
                schemas: [public]
                enums: {public.mood: [ok]}
                tables:
                  public.users: {columns: {id: {type: bigint, primaryKey: true}, mood: public.mood}}
                  posts: {columns: {user_id: {type: bigint, references: public.users.id}}}
                """);

        assertThat(other).isEqualTo(one);
    }

    @Test
    void extensions_are_a_list_of_names_or_a_mapping() {
        Schema schema = models("schemas: [ext]\nextensions: {citext: {schema: ext, version: '1.6'}, hstore: }\n");

        assertThat(schema.extensions())
                .hasToString(
                        "{citext=Extension[schema=Optional[ext], version=Optional[1.6]], hstore=Extension[schema=Optional.empty, version=Optional.empty]}");
    }

    @Test
    void an_enums_values_are_taken_as_written() {
        assertThat(models("enums: {answer: [no, yes, on, 'null', 007, ~, true]}")
                        .enumType(Name.of("answer"))
                        .values())
                .containsExactly("no", "yes", "on", "null", "007", "~", "true");
    }

    @Test
    void every_error_of_every_file_is_told_at_once_with_its_place_and_a_suggestion() {
        assertThat(modelRefusals("""
                tabels: {}
                tables:
                  users:
                    colums: {}
                    columns:
                      id: {type: bigint, nulable: false, unqiue: true}
                """, """
                enums:
                  e: [a, a]
                tables:
                  posts:
                    columns:
                      id: serial
                      score: {type: integer, default: many}
                """, "a: [\n", "tables: {t: {columns: {a: {type: text, type: text}}}}"))
                .containsExactly(
                        "f:1:1: a model has no 'tabels' (did you mean 'tables'?); it takes [schemas, extensions, enums, domains, functions, procedures, sequences, views, tables]",
                        "f:4:5: 'users' has no 'colums' (did you mean 'columns'?); it takes [renamedFrom, comment, columns, primaryKey, checks, unique, foreignKeys, indexes, excludes, triggers, with, rowSecurity, policies, partitionBy, partitions]",
                        "f:6:26: 'id' has no 'nulable' (did you mean 'nullable'?); it takes [type, nullable, default, identity, generated, collation, comment, primaryKey, unique, index, check, references, renamedFrom]",
                        "f:6:42: 'id' has no 'unqiue' (did you mean 'unique'?); it takes [type, nullable, default, identity, generated, collation, comment, primaryKey, unique, index, check, references, renamedFrom]",
                        "g:2:6: an enum has the value 'a' twice; keep one",
                        "g:6:11: 'serial' is no type but a column with a sequence of its own; write {type: integer, identity: true}",
                        "g:7:39: 'many' doesn't fit integer; write a whole number, or {sql: …}",
                        "h:2:1: the YAML is broken: while parsing a flow node: expected the node content, but found '<stream end>'; inside {…} and […], a value that holds a comma or a bracket stands in quotes",
                        "i:1:40: key 'type' stands twice in 'a'; keep one");
    }

    @Test
    void what_only_the_whole_can_know_is_told_with_its_place() {
        assertThat(modelRefusals("""
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      role: user_roel
                      team_id: {type: bigint, references: taems}
                      boss: {type: bigint, references: users.nr}
                    indexes:
                      users_a_idx: [naem]
                    unique: [[id, x]]
                  teams: {columns: {name: text}}
                  members: {columns: {team: {type: bigint, references: teams}}}
                enums: {user_role: [a]}
                """))
                .containsExactly(
                        "f:5:13: no type 'user_roel' (did you mean 'user_role'?); a type that only the database knows is written native(user_roel)",
                        "f:6:43: foreign key 'users_team_id_fkey' points to table 'taems', which isn't there (did you mean 'teams'?); declare it, or write external: true if this app doesn't manage it",
                        "f:7:40: there is no column 'nr' in table 'users'",
                        "f:9:20: there is no column 'naem' in table 'users'",
                        "f:10:14: there is no column 'x' in table 'users'",
                        "f:12:56: foreign key 'members_team_fkey' over [team] points to 'teams', which has no primary key; name the columns it points to in 'to'");
    }

    @Test
    void one_name_is_declared_once() {
        assertThat(modelRefusals(
                        "tables: {users: {columns: {a: text}}}\nenums: {e: [a]}",
                        "tables: {public.users: {columns: {a: text}}}\nenums: {e: [a]}"))
                .containsExactly(
                        "g:1:24: table 'users' is declared at f:1:17 already; keep one",
                        "g:2:12: enum 'e' is declared at f:2:12 already; keep one");
    }

    @Test
    void functions_and_procedures_are_told_apart_by_their_types() {
        assertThat(modelRefusals("""
                        functions:
                          one(a int): {returns: integer, language: sql, body: select 1}
                          one(text): {returns: integer, language: sql, body: select 1}
                          two: {returns: integer, language: sql, body: select 1}
                          three(): {returns: setof integre, language: sql, body: select 1}
                          audti.four(mood): {returns: integer, language: sql, body: select 1}
                        """, "procedures: {public.one(integer): {language: sql, body: select 1}}"))
                .containsExactly(
                        "f:4:8: 'two' doesn't say what it takes; write two(), or types in parentheses",
                        "g:1:35: function or procedure 'public.one(integer)' is declared at f:2:15 already; keep one");
        assertThat(modelRefusals("""
                        functions:
                          three(): {returns: setof integre, language: sql, body: select 1}
                          audti.four(mood): {returns: integer, language: sql, body: select 1}
                        """))
                .containsExactly(
                        "f:2:22: no type 'integre' (did you mean 'integer'?); a type that only the database knows is written native(integre)",
                        "f:3:21: function 'audti.four(mood)' lies in schema 'audti', which is not declared; add it to 'schemas', or write a createSchema before",
                        "f:3:21: no type 'mood'; a type that only the database knows is written native(mood)");
    }

    @Test
    void a_schema_has_to_be_declared() {
        assertThat(modelRefusals("""
                schemas: [audit]
                extensions: {citext: {schema: of_the_host}}
                enums: {adit.mood: [ok]}
                tables:
                  audti.log: {columns: {a: text}}
                """))
                .containsExactly(
                        "f:3:20: enum 'adit.mood' lies in schema 'adit', which is not declared (did you mean 'audit'?); add it to 'schemas', or write a createSchema before",
                        "f:5:14: table 'audti.log' lies in schema 'audti', which is not declared (did you mean 'audit'?); add it to 'schemas', or write a createSchema before");
    }

    @Test
    void the_migration_table_is_nobodys_to_declare() {
        assertThat(modelRefusals("tables: {robot_migrations: {columns: {a: text}}}"))
                .containsExactly(
                        "f:1:28: table 'robot_migrations' is where the runs are recorded; take it out of the models, or set <migrationTable>");
    }

    @Test
    void a_sequence_is_found_with_the_table_it_goes_with_wherever_that_is() {
        Schema schema = modelsOf(
                        "sequences: {ticket: {type: int, start: 1, ownedBy: public.orders.id}, public.other: {}}",
                        "tables: {orders: {columns: {id: {type: bigint, default: {sql: nextval('public.ticket')}}}}}")
                .schema();

        assertThat(schema).isEqualTo(models("""
                sequences: {other: {}, ticket: {type: integer, ownedBy: orders.id}}
                tables: {orders: {columns: {id: {type: bigint, default: {sql: "nextval('ticket')"}}}}}
                """));
    }

    @Test
    void a_sequence_is_told_what_it_lacks() {
        assertThat(modelRefusals("""
                schemas: [audit]
                sequences:
                  one: {ownedBy: order.id}
                  two: {ownedBy: orders.no}
                  audit.three: {ownedBy: orders.id}
                  adit.four: {}
                tables: {orders: {columns: {id: bigint}}}
                """))
                .containsExactly(
                        "f:3:18: there is no table 'order' (did you mean 'orders'?); name the column as table.column",
                        "f:4:18: table 'orders' has no column 'no'",
                        "f:5:26: sequence 'audit.three' lies in another schema than table 'orders', with which it would go; put both into one",
                        "f:6:14: sequence 'adit.four' lies in schema 'adit', which is not declared (did you mean 'audit'?); add it to 'schemas', or write a createSchema before");
        assertThat(modelRefusals("tables: {mood: {columns: {a: text}}}\nsequences: {mood: {}}"))
                .containsExactly(
                        "f:1:16: 'mood' is the name of a table and of a sequence; give one of them another name");
    }

    @Test
    void a_table_and_an_enum_can_not_share_a_name() {
        assertThat(modelRefusals("tables: {mood: {columns: {a: text}}}\nenums: {mood: [ok]}"))
                .containsExactly(
                        "f:1:16: 'mood' is the name of a table and of an enum, and a table's rows are a type of its name; give one of them another name");
    }

    @Test
    void tables_that_are_not_managed_are_left_out() {
        List<ModelFile> files =
                List.of(new ModelFile("f", bytes("tables: {a: {columns: {x: text}}, b: {columns: {x: nope}}}")));

        Schema schema = new YamlModels(
                        files, Name.of("m"), table -> table.local().equals("a"))
                .read(Documents.SETTING)
                .schema();

        assertThat(schema.tables().keySet()).containsExactly(Name.of("a"));
    }

    @Test
    void a_source_can_be_read_again() {
        YamlModels models = new YamlModels(
                List.of(new ModelFile("f", bytes("tables: {a: {columns: {x: text}}}"))), Name.of("m"), table -> true);

        assertThat(models.read(Documents.SETTING).schema())
                .isEqualTo(models.read(Documents.SETTING).schema());
    }

    @Test
    void hints_know_what_was_renamed_and_where_it_is_said() {
        List<Hint> hints = modelsOf("""
                tables:
                  users:
                    renamedFrom: people
                    columns:
                      id: bigint
                      email: {type: text, renamedFrom: mail}
                    primaryKey: {columns: [id], renamedFrom: people_pkey}
                    checks:
                      users_email_check: {check: email <> '', renamedFrom: people_mail_check}
                    indexes:
                      users_email_idx: {columns: [email], renamedFrom: people_mail_idx}
                enums:
                  user_role: {values: [a, {value: b, renamedFrom: c}], renamedFrom: role, comment: What one is.}
                """).hints();

        assertThat(hints)
                .extracting(hint -> hint.kind() + " " + hint.owner() + " " + hint.from() + " " + hint.to() + " "
                        + hint.place().orElseThrow())
                .containsExactlyInAnyOrder(
                        "TABLE users people users f:3:18",
                        "COLUMN users mail email f:6:40",
                        "CONSTRAINT users people_pkey users_pkey f:7:46",
                        "CONSTRAINT users people_mail_check users_email_check f:9:60",
                        "INDEX users people_mail_idx users_email_idx f:11:56",
                        "ENUM user_role role user_role f:13:69",
                        "ENUM_VALUE user_role c b f:13:51");
    }

    @Test
    void a_broken_name_is_told_where_it_stands() {
        assertThat(modelRefusals(
                        "tables: {a.b.c: {columns: {a: text}}, '': {columns: {a: text}}, '\"x': {columns: {a: text}}}"))
                .containsExactly(
                        "f:1:17: 'a.b.c' has too many dots for a name; write schema.name, and put a part that holds a dot in double quotes",
                        "f:1:43: '' has an empty part; write name or schema.name",
                        "f:1:71: '\"x' opens a double quote and doesn't close it");
        assertThat(modelRefusals("tables: {t: {columns: {a: x..y, b: {type: text, references: a..b}}}}"))
                .hasSize(2);
    }

    @Test
    void a_problem_that_follows_from_another_is_not_told() {
        assertThat(told(() -> modelsOf("tables: {users: {columns: {id: {tipe: bigint}}}}", """
                tables: {posts: {columns: {user_id: {type: bigint, references: users}}}}
                """)))
                .containsExactly(
                        "f:1:33: 'id' has no 'tipe' (did you mean 'type'?); it takes [type, nullable, default, identity, generated, collation, comment, primaryKey, unique, index, check, references, renamedFrom]");
    }

    @Test
    void a_broken_old_name_is_told_where_it_stands() {
        assertThat(modelRefusals("""
                tables:
                  t: {renamedFrom: a.b.c, columns: {a: text}}
                  u: {columns: {a: {type: text, renamedFrom: ''}}, indexes: {i: {columns: [a], renamedFrom: ''}}}
                enums:
                  e: {values: [a], renamedFrom: '"x'}
                  f: {values: [{value: a, renamedFrom: ''}]}
                """))
                .containsExactly(
                        "f:2:20: 'a.b.c' has too many dots for a name; write schema.name, and put a part that holds a dot in double quotes",
                        "f:3:46: a name is empty; give it at least one letter",
                        "f:3:93: a name is empty; give it at least one letter",
                        "f:5:33: '\"x' opens a double quote and doesn't close it",
                        "f:6:40: a name is empty; give it at least one letter");
    }

    @Test
    void a_name_that_no_database_takes_is_told_where_it_stands() {
        String longName = "x".repeat(64);

        assertThat(modelRefusals("""
                schemas: ['', %s]
                enums: {%s: [a], Text: [a]}
                """.formatted(longName, longName)))
                .containsExactly(
                        "f:1:11: a schema's name is empty; give it at least one letter",
                        "f:1:15: schema name '" + longName + "' is longer than 63 bytes of UTF-8; shorten it",
                        "f:2:75: enum name '" + longName + "' is longer than 63 bytes of UTF-8; shorten it",
                        "f:2:86: an enum can't be called 'Text', which is read as another type; take another name");
    }

    @Test
    void an_extension_that_two_files_declare_is_the_same_in_both() {
        assertThat(modelsOf("extensions: [citext]", "extensions: [citext]")
                        .schema()
                        .extensions())
                .containsOnlyKeys("citext");
        assertThat(told(() -> modelsOf("extensions: [citext]", "extensions: {citext: {version: '1.6'}}")))
                .containsExactly("g:1:22: extension 'citext' is declared at f:1:13 already, and otherwise; keep one");
    }

    @Test
    void an_extension_in_the_own_schema_says_nothing_of_it() {
        assertThat(models("extensions: {citext: {schema: public}}")).isEqualTo(models("extensions: [citext]"));
    }

    @Test
    void a_shorthand_beside_the_same_at_the_table_is_one_mistake() {
        assertThat(modelRefusals("tables: {t: {columns: {a: {type: text, unique: true}}, unique: [[a]]}}"))
                .containsExactly(
                        "f:1:48: column 'a' has 'unique', and the table has the same over this column; keep one");
    }
}
