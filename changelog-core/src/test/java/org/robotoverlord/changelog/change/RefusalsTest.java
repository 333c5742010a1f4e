package org.robotoverlord.changelog.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robotoverlord.changelog.Documents.refusals;
import static org.robotoverlord.changelog.Documents.replayed;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.robotoverlord.changelog.schema.Schema;

/** What the replay refuses, at which place, and in which words. The item of {@code changes} stands in line 2 from column 3 on. */
class RefusalsTest {
    private static final Schema BEFORE = replayed("""
            - createSchema: {name: audit}
            - createExtension: {name: citext, schema: audit}
            - createEnum: {name: user_role, values: [citizen, overlord]}
            - createEnum: {name: audit.level, values: [low]}
            - createTable:
                name: teams
                columns: {id: {type: bigint, primaryKey: true}, no: {type: integer, unique: true}, name: text}
            - createTable:
                name: users
                columns:
                  id: {type: bigint, identity: true, primaryKey: true}
                  email: {type: text, nullable: false, unique: true}
                  role: {type: user_role, default: citizen, index: true}
                  roles: user_role[]
                  score: {type: integer, check: score >= 0}
                  shout: {type: text, generated: {sql: upper(bio)}}
                  bio: text
                  team_id: {type: bigint, references: teams}
                  team_no: {type: integer, references: teams.no}
                  boss_id: {type: bigint, references: users}
                  note: text
                  code: {type: text, default: "007"}
                  no: {type: bigint, nullable: false}
                indexes:
                  lower_note: {columns: [{sql: lower(note)}]}
                  with_bio: {columns: [email], include: [bio], where: score > 1}
            - createTable: {name: audit.log, columns: {a: audit.level}}
            - createTable: {name: notes, columns: {id: bigint, no: {type: bigint, default: {sql: "nextval('public.numbers')"}}}}
            - setIdentity: {table: users, column: no, identity: {max: 2147483647}}
            - createEnum: {name: unused, values: [a]}
            - createTable: {name: secrets, columns: {no: bigint}}
            - addColumn: {table: users, column: {secret: bigint}}
            - createPolicy: {table: users, name: seen, using: "secret in (select no from secrets) and 'a' = 'a'::unused"}
            - createFunction: {name: one(), returns: integer, language: sql, body: select 1}
            - createFunction: {name: "add(a integer, b integer)", returns: integer, language: sql, body: select 1}
            - createFunction: {name: add(integer), returns: integer, language: sql, body: select 1}
            - createFunction: {name: strong(user_role), returns: boolean, language: sql, body: select true}
            - createFunction: {name: audit.lines(), returns: setof audit.log, language: sql, body: select 1}
            - createProcedure: {name: tidy(), language: sql, body: select 1}
            - createFunction: {name: touch(), returns: trigger, language: plpgsql, body: x}
            - createTable:
                name: watched
                columns: {a: integer, b: integer, c: integer}
                triggers: {watched_t: {when: before, on: [{update: [a]}], forEach: row, condition: new.b > 0, call: touch()}}
            - createTable: {name: calls, columns: {a: {type: integer, default: {sql: one()}}}, checks: {c: add(a) > 0}}
            - createTable:
                name: stays
                columns: {room: integer, during: int4range, until: date}
                excludes:
                  stays_room_during_excl: {elements: [{column: room, with: "="}, {column: during, with: "&&"}]}
                  days: {elements: [{sql: one() + room, with: "="}], where: until > '2020-01-01'}
            - createDomain: {name: small, type: integer, default: 1, checks: {few: value < 10}}
            - createDomain: {name: smaller, type: small}
            - createEnum: {name: grade, values: [low, high]}
            - createEnum: {name: lone, values: [a]}
            - createDomain: {name: rank, type: grade, default: low}
            - createDomain: {name: unused_domain, type: lone}
            - createTable: {name: parts, columns: {a: {type: smaller, default: 2}, b: {type: rank, default: high}}}
            - createFunction: {name: bare(unused_domain), returns: boolean, language: sql, body: select true}
            - createSequence: {name: ticket, ownedBy: notes.id}
            - createSequence: {name: numbers}
            - createEnum: {name: mood, values: [good, bad]}
            - createTable:
                name: events
                columns: {id: bigint, at: date, mood: {type: mood, nullable: false}}
                primaryKey: [id, mood]
                indexes: {events_at_idx: [at]}
                partitionBy: {list: [mood]}
                partitions: {e_good: {in: [good]}}
            - createTable: {name: ranges, columns: {a: integer, b: date}, partitionBy: {range: [a, b]}, partitions: {r_rest: {default: true}}}
            - createTable: {name: hashes, columns: {a: integer}, partitionBy: {hash: [a]}, partitions: {h_0: {modulus: 4, remainder: 0}}}
            - createTable: {name: e_bad, columns: {id: bigint, at: date, mood: mood}, primaryKey: [id, mood], indexes: {e_bad_idx: [at]}}
            """);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "dropColumn: {table: users, column: id}|f:2:40: column 'id' of 'users' can't be dropped: primary key 'users_pkey', foreign key 'users_boss_id_fkey' of 'users' stand on it; drop them first",
                "dropColumn: {table: users, column: email}|column 'email' of 'users' can't be dropped: unique 'users_email_key', index 'with_bio' stand on it; drop them first",
                "dropColumn: {table: users, column: role}|column 'role' of 'users' can't be dropped: index 'users_role_idx' stands on it; drop it first",
                "dropColumn: {table: users, column: score}|check 'users_score_check', index 'with_bio' stand on it",
                "dropColumn: {table: users, column: bio}|index 'with_bio', generated column 'shout' stand on it",
                "dropColumn: {table: users, column: note}|index 'lower_note' stands on it",
                "dropColumn: {table: users, column: team_id}|foreign key 'users_team_id_fkey' stands on it",
                "dropColumn: {table: teams, column: no}|unique 'teams_no_key', foreign key 'users_team_no_fkey' of 'users' stand on it",
                "dropColumn: {table: users, column: emial}|f:2:40: table 'users' has no column 'emial' (did you mean 'email'?); it has [id, email,",
                "dropColumn: {table: usres, column: email}|f:2:25: there is no table 'usres' (did you mean 'users'?)",
                "dropColumn: {table: stays, column: during}|f:2:40: column 'during' of 'stays' can't be dropped: exclusion 'stays_room_during_excl' stands on it; drop it first",
                "dropColumn: {table: stays, column: until}|exclusion 'days' stands on it",
                "addExclude: {table: stays, name: x, elements: []}|f:2:51: an exclusion compares nothing; name at least one column, and what it is compared with",
                "addExclude: {table: stays, name: x, elements: [room]}|a mapping",
                "addExclude: {table: stays, name: x, elements: [{column: room}]}|needs 'with'",
                "addExclude: {table: stays, name: x, elements: [{column: room, with: is}]}|f:2:73: 'is' is no operator; write one such as \"=\" or \"&&\"",
                "addExclude: {table: stays, name: x, elements: [{column: roon, with: '='}]}|f:2:51: there is no column 'roon' in table 'stays' (did you mean 'room'?)",
                "addExclude: {table: stays, name: days, elements: [{column: room, with: '='}]}|f:2:38: table 'stays' has a constraint 'days' already; take another name",
                "addExclude: {table: stays, name: users_pkey, elements: [{column: room, with: '='}]}|constraint name 'users_pkey' is used in tables 'users' and 'stays'",
                "addExclude: {table: stays, name: numbers, elements: [{column: room, with: '='}]}|constraint name 'numbers' is used for a sequence too",
                "createTable: {name: days, columns: {a: text}}|f:2:25: 'days' is the name of an index of table 'stays' already",
                "renameConstraint: {table: stays, from: days, to: users}|constraint name 'users' is used for a table too",
                "createTable: {name: t, columns: {a: text}, excludes: [{elements: [{sql: lower(a), with: '='}]}]}|an exclusion over an expression stands in a list, where its name would be derived",
                "createDomain: {name: small, type: text}|f:2:26: there is a domain 'small' already; take another name",
                "createDomain: {name: users, type: text}|f:2:26: there is a table 'users' already, whose rows are a type of that name",
                "createDomain: {name: user_role, type: text}|f:2:26: there is an enum 'user_role' already; take another name",
                "createEnum: {name: small, values: [a]}|f:2:24: there is a domain 'small' already; take another name",
                "createTable: {name: small, columns: {a: text}}|'small' is the name of a table and of a domain, and a table's rows are a type of its name",
                "createDomain: {name: text, type: integer}|f:2:26: a domain can't be called 'text', which is read as another type",
                "createDomain: {name: nowhere.d, type: integer}|f:2:26: domain 'nowhere.d' lies in schema 'nowhere', which is not declared",
                "createDomain: {name: d, type: smal}|f:2:35: no type 'smal' (did you mean 'small'?)",
                "createDomain: {name: d, type: integer, default: many}|f:2:53: 'many' doesn't fit integer",
                "createDomain: {name: d, type: small, default: many}|'many' doesn't fit integer",
                "createDomain: {name: d, type: user_role, default: boss}|default 'boss' is no value of 'user_role'",
                "createDomain: {name: d}|createDomain needs 'type'; add it",
                "alterDomain: {name: smal, type: text}|f:2:25: there is no domain 'smal' (did you mean 'small'?)",
                "alterDomain: {name: small, type: smaller}|f:2:38: domain 'small' is made of itself; give it another type",
                "alterDomain: {name: small, type: date}|'2' doesn't fit date",
                "dropDomain: {name: smaller}|f:2:24: domain 'smaller' can't be dropped: column 'parts.a' is of it; change or drop that first",
                "dropDomain: {name: small}|domain 'small' can't be dropped: domain 'smaller' is made of it; alter or drop that first",
                "dropDomain: {name: unused_domain}|domain 'unused_domain' can't be dropped: function 'bare(unused_domain)' names it; drop that first",
                "dropEnum: {name: lone}|enum 'lone' can't be dropped: domain 'unused_domain' is made of it; alter or drop that first",
                "renameDomain: {from: small, to: rank}|f:2:37: there is a domain 'rank' already; take another name",
                "renameDomain: {from: smal, to: x}|there is no domain 'smal'",
                "changeEnum: {enum: grade, values: [high]}|domain 'rank' has the default 'low', which the change removes; write an alterDomain before",
                "addColumn: {table: notes, column: {x: {type: small, default: many}}}|'many' doesn't fit integer",
                "addColumn: {table: notes, column: {x: {type: rank, nullable: false}}, fill: boss}|fill 'boss' is no value of enum 'rank'",
                "dropColumn: {table: watched, column: a}|column 'a' of 'watched' can't be dropped: trigger 'watched_t' stands on it; drop it first",
                "dropColumn: {table: watched, column: b}|column 'b' of 'watched' can't be dropped: trigger 'watched_t' stands on it; drop it first",
                "dropFunction: {name: touch()}|f:2:26: function 'touch()' can't be dropped: trigger 'watched_t' of 'watched' calls it; change or drop that first",
                "createTrigger: {table: watched, name: watched_t, when: before, on: [insert], call: touch()}|f:2:43: table 'watched' has a trigger 'watched_t' already; take another name",
                "createTrigger: {table: watched, name: t, when: before, on: [{update: [d]}], call: touch()}|f:2:64: there is no column 'd' in table 'watched'",
                "createTrigger: {table: watched, name: t, when: before, on: [insert], call: one()}|trigger 't' calls function 'one()', which returns integer; let it return trigger",
                "createTrigger: {table: watched, name: t, when: before, on: [inserd], call: touch()}|'inserd' is nothing that a trigger is called on (did you mean 'insert'?); write one of [insert, update, delete, truncate]",
                "createTrigger: {table: watched, name: t, when: before, on: [insert, insert], call: touch()}|a trigger is called on insert twice; keep one",
                "createTrigger: {table: watched, name: t, when: before, on: [truncate], forEach: row, call: touch()}|no row is told of a truncate; write forEach: statement",
                "createTrigger: {table: watched, name: t, when: before, on: [insert], call: touch}|'touch' is no call; write the function with parentheses, as in touch()",
                "createTrigger: {table: watched, name: t, when: before, on: [insert], call: touch(a + b)}|'touch(a + b)' has an argument that is no literal; a trigger gives texts alone",
                "replaceTrigger: {table: watched, name: watchd_t, when: before, on: [insert], call: touch()}|table 'watched' has no trigger 'watchd_t' (did you mean 'watched_t'?)",
                "dropTrigger: {table: watched, name: t}|f:2:41: table 'watched' has no trigger 't'; it has [watched_t]",
                "renameTrigger: {table: watched, from: t, to: u}|table 'watched' has no trigger 't'",
                "createPartition: {table: events, name: e_good, in: [bad]}|f:2:44: table 'events' has a partition 'e_good' already; take another name",
                "createPartition: {table: events, name: users, in: [bad]}|f:2:44: there is a table 'users' already",
                "createPartition: {table: events, name: mood, in: [bad]}|f:2:44: there is an enum 'mood' already",
                "createPartition: {table: events, name: events_at_idx, in: [bad]}|f:2:44: 'events_at_idx' is the name of an index of table 'events' already",
                "createPartition: {table: users, name: u, in: [bad]}|f:2:30: table 'users' isn't partitioned, and no database makes it so in place; make a partitioned table beside it",
                "createPartition: {table: events, name: e, in: [bda]}|f:2:5: partition 'e' of table 'events' names 'bda', which is no value of its column's enum (did you mean 'bad'?); it has [good, bad]",
                "createPartition: {table: events, name: e, in: [good, bad]}|partition 'e' of table 'events' takes rows that partition 'e_good' takes; let each row lie in one",
                "createPartition: {table: events, name: e, from: [bad], to: [good]}|partition 'e' of table 'events' isn't one by list, as the table's partitionBy says; write {in: […]} or {default: true}",
                "createPartition: {table: events, name: e, in: [{sql: now()}]}|a listed value is reckoned once, so it is a value and not 'now()'; write the value",
                "createPartition: {table: events, name: e}|a partition takes exactly one of from with to, in, modulus with remainder, and default: true",
                "createPartition: {table: ranges, name: r, from: [1], to: [2]}|partition 'r' has bounds ['1'] and ['2'], but the partition key is [a, b]; write a value for each of its columns",
                "createPartition: {table: ranges, name: r, from: [1, x], to: [2, 2026-01-01]}|'x' doesn't fit date",
                "createPartition: {table: ranges, name: r, from: [1, null], to: [2, 2026-01-01]}|no bound is null; write a value, {sql: minvalue} or {sql: maxvalue}",
                "createPartition: {table: ranges, name: r, from: [1, {sql: now()}], to: [2, 2026-01-01]}|a bound is reckoned once, so it is a value, {sql: minvalue} or {sql: maxvalue}, and not 'now()'",
                "createPartition: {table: ranges, name: r, from: [1, 2026-01-01]}|a partition has a from and no to; write both, the open end as {sql: maxvalue}",
                "createPartition: {table: ranges, name: r, default: true}|takes rows that partition 'r_rest' takes",
                "createPartition: {table: hashes, name: h, default: true}|partition 'h' of table 'hashes' isn't one by hash, as the table's partitionBy says; write {modulus: 4, remainder: 0}",
                "createPartition: {table: hashes, name: h, modulus: 4, remainder: 4}|a remainder lies between 0 and its modulus",
                "createPartition: {table: hashes, name: h, modulus: 8, remainder: 4}|partition 'h' of table 'hashes' takes rows that partition 'h_0' takes",
                "createPartition: {table: hashes, name: h, modulus: 6, remainder: 1}|has modulus 6, of which 4 of another partition is neither a factor nor a multiple",
                "dropPartition: {table: events, name: e_god}|f:2:42: table 'events' has no partition 'e_god' (did you mean 'e_good'?); it has [e_good]",
                "renamePartition: {table: events, from: e_good, to: users}|f:2:56: there is a table 'users' already",
                "attachPartition: {table: events, name: nobody, in: [bad]}|there is no table 'nobody'",
                "attachPartition: {table: events, name: e_bad, in: [bad]}|f:2:44: table 'e_bad' can't become a partition of 'events': it has indexes that are others (more: e_bad_idx, missing: e_bad_at_idx); make it what a partition is first",
                "createTable: {name: e_good, columns: {id: bigint}}|'e_good' is the name of a partition of table 'events' already; take another name",
                "createEnum: {name: e_good, values: [a]}|'e_good' is the name of a partition of table 'events', whose rows are a type of that name",
                "dropColumn: {table: events, column: mood}|column 'mood' of 'events' can't be dropped: the table is partitioned by it",
                "changeType: {table: events, column: mood, to: text}|column 'mood' of 'events' can't be given another type: the table is partitioned by it",
                "changeEnum: {enum: mood, values: [bad, good]}|column 'mood' of 'events' can't be made anew with its enum: the table is partitioned by it",
                "setStorage: {table: events, with: {fillfactor: 70}}|table 'events' has storage parameters, but its rows are stored in its partitions; leave 'with' out",
                "addUnique: {table: events, name: u, columns: [id]}|unique 'u' [id] of table 'events' lacks [mood] of its partition key [mood]",
                "createTable: {name: t, columns: {a: integer}, partitions: {p: {default: true}}}|table 't' has partitions and no partitionBy",
                "createTable: {name: t, columns: {a: integer}, partitionBy: {}}|partitionBy takes exactly one of range, list and hash",
                "createTable: {name: t, columns: {a: integer, b: integer}, partitionBy: {list: [a, b]}}|partitionBy: list takes one column",
                "createTable: {name: t, columns: {a: integer}, partitionBy: {range: [b]}}|there is no column 'b' in table 't'",
                "createTable: {name: t, columns: {a: {type: integer, generated: {sql: b}}, b: integer}, partitionBy: {range: [a]}}|table 't' is partitioned by column 'a', which is generated",
                "createFunction: {name: one, returns: integer, language: sql, body: select 1}|f:2:28: 'one' doesn't say what it takes; write one(), or types in parentheses",
                "createFunction: {name: one(), returns: integer, language: sql, body: select 1}|f:2:28: there is a function 'one()' already; take another name, or replace that one",
                "createFunction: {name: tidy(), returns: integer, language: sql, body: select 1}|there is a procedure 'tidy()' already",
                "createFunction: {name: nowhere.f(), returns: integer, language: sql, body: select 1}|f:2:28: function 'nowhere.f()' lies in schema 'nowhere', which is not declared",
                "createFunction: {name: f(uesrs), returns: integer, language: sql, body: select 1}|f:2:28: no type 'uesrs' (did you mean 'users'?)",
                "createFunction: {name: f(), returns: setof usres, language: sql, body: select 1}|f:2:42: no type 'usres' (did you mean 'users'?)",
                "createFunction: {name: f(), returns: integer, language: c, body: x}|a body in language 'c' names code of the server's",
                "createFunction: {name: f(), returns: integer, language: sql, body: ' '}|a body is empty; write what it does",
                "createFunction: {name: f(), returns: integer, body: select 1}|createFunction needs 'language'; add it",
                "replaceFunction: {name: one(), returns: bigint, language: sql, body: select 1}|f:2:45: function 'one()' can't give something else in place; drop it and create it anew",
                "replaceFunction: {name: \"add(a integer, c integer)\", returns: integer, language: sql, body: select 1}|function 'add(a integer, b integer)' can't become 'add(a integer, c integer)' in place: names and defaults of parameters stay",
                "dropFunction: {name: ome()}|f:2:26: there is no function 'ome()' (did you mean 'one()'?)",
                "dropFunction: {name: one()}|f:2:26: function 'one()' can't be dropped: column 'a' of 'calls' calls it; change or drop that first",
                "dropProcedure: {name: one()}|there is no procedure 'one()'",
                "renameFunction: {from: one(), to: two(integer)}|'one()' can't become 'two(integer)': a rename changes no parameter",
                "renameFunction: {from: one(), to: tidy()}|f:2:39: there is a procedure 'tidy()' already",
                "renameFunction: {from: one(), to: nowhere.one()}|which is not declared",
                "renameFunction: {from: add(integer), to: plus(integer)}|function 'add(integer)' can't become 'plus(integer)': there is another of such a name, and an expression calls one of them",
                "dropEnum: {name: user_role}|enum 'user_role' can't be dropped",
                "dropTable: {name: audit.log}|f:2:23: table 'audit.log' can't be dropped: function 'audit.lines()' names it; drop that first",
                "dropTable: {name: teams}|f:2:23: table 'teams' can't be dropped: a foreign key of 'users' points to it; drop that one first",
                "dropTable: {name: team}|f:2:23: there is no table 'team' (did you mean 'teams'?)",
                "renameTable: {from: team, to: x}|f:2:25: there is no table 'team' (did you mean 'teams'?)",
                "renameTable: {from: teams, to: users}|f:2:36: there is a table 'users' already; take another name, or drop or rename that one before",
                "renameTable: {from: teams, to: users_pkey}|f:2:36: 'users_pkey' is the name of an index of table 'users' already; take another name",
                "renameTable: {from: teams, to: audi.teams}|lies in schema 'audi', which is not declared (did you mean 'audit'?); add it to 'schemas', or write a createSchema before",
                "renameTable: {from: teams, to: user_role}|'user_role' is the name of a table and of an enum",
                "createTable: {name: users, columns: {a: text}}|f:2:25: there is a table 'users' already",
                "createTable: {name: public.users, columns: {a: text}}|f:2:25: there is a table 'public.users' already",
                "createTable: {name: t, columns: {a: nope}}|f:2:41: no type 'nope'",
                "createTable: {name: t, columns: {a: {type: text, renamedFrom: b}}}|f:2:67: 'renamedFrom' belongs in a model; a changelog has renameTable, renameColumn and the like",
                "createTable: {name: t, columns: {a: {type: bigint, references: users.role}}}|f:2:68: foreign key 't_a_fkey' points to [role] of 'users', which are neither its primary key nor unique",
                "addColumn: {table: users, column: {email: text}}|f:2:39: table 'users' has a column 'email' already; take another name, or change that one",
                "addColumn: {table: users, column: {x: {type: text, unique: true}}}|f:2:56: 'x' doesn't take 'unique'; write an addUnique after it",
                "addColumn: {table: users, column: {x: {type: text, index: true}}}|'x' doesn't take 'index'; write a createIndex after it",
                "addColumn: {table: users, column: {x: {type: text, check: a}}}|'x' doesn't take 'check'; write an addCheck after it",
                "addColumn: {table: users, column: {x: {type: text, references: a}}}|'x' doesn't take 'references'; write an addForeignKey after it",
                "addColumn: {table: users, column: {x: {type: text, primaryKey: true}}}|'x' doesn't take 'primaryKey'; write an addPrimaryKey after it",
                "addColumn: {table: users, column: {x: {type: text, renamedFrom: a}}}|'x' doesn't take 'renamedFrom'; write a renameColumn",
                "addColumn: {table: users, column: {x: user_roel}}|no type 'user_roel' (did you mean 'user_role'?)",
                "addColumn: {table: users, column: {x: text, y: text}}|f:2:49: 'column' has a second entry 'y', and takes one; write a change for each",
                "addColumn: {table: users, column: {x: {type: integer, nullable: false}}, fill: many}|f:2:84: fill 'many' doesn't fit integer; write a whole number, or {sql: …}",
                "addColumn: {table: users, column: {x: {type: user_role, nullable: false}}, fill: boss}|f:2:86: fill 'boss' is no value of enum 'user_role'; it has [citizen, overlord]",
                "dropColumn: {table: users, column: no, fill: many}|f:2:50: fill 'many' doesn't fit bigint",
                "setNullable: {table: users, column: score, nullable: false, fill: many}|f:2:71: fill 'many' doesn't fit integer",
                "addColumn: {table: users, colum: {x: text}}|f:2:31: addColumn has no 'colum' (did you mean 'column'?); it takes [table, column, fill]",
                "renameColumn: {table: users, from: emial, to: mail}|f:2:40: table 'users' has no column 'emial' (did you mean 'email'?)",
                "renameColumn: {table: users, from: email, to: bio}|f:2:51: table 'users' has a column 'bio' already; take another name",
                "renameColumn: {table: users, from: email, to: ''}|a column's name is empty",
                "changeType: {table: users, column: role, to: text}|",
                "changeType: {table: users, column: role, to: integer}|f:2:40: column 'users.role' has the default 'citizen', which integer doesn't take as it is; write a setDefault before",
                "changeType: {table: users, column: code, to: integer}|f:2:40: column 'users.code' has the default '007', which integer doesn't take as it is; write a setDefault before",
                "changeType: {table: users, column: no, to: integer}|f:2:40: column 'users.no' has an identity whose bounds integer doesn't keep as they are; write a setIdentity before",
                "changeType: {table: users, column: id, to: text}|an identity column can't be text",
                "setNullable: {table: users, column: id, nullable: true}|f:2:55: column 'id' is in the primary key of 'users' and can't be nullable; drop the key first",
                "setNullable: {table: users, column: email, nullable: maybe}|'nullable' is 'maybe'; write true or false",
                "setDefault: {table: users, column: score, default: many}|f:2:56: 'many' doesn't fit integer",
                "setDefault: {table: users, column: role, default: overlrod}|default 'overlrod' is no value of enum 'user_role' (did you mean 'overlord'?)",
                "setDefault: {table: users, column: id, default: 1}|a column has more than one of default, identity and generated; keep one",
                "setIdentity: {table: users, column: score, identity: always}|f:2:41: column 'users.score' is nullable and can't be an identity; write a setNullable before",
                "setGenerated: {table: users, column: role, generated: {sql: upper(note)}}|a column has more than one of default, identity and generated",
                "addPrimaryKey: {table: users, columns: [email]}|f:2:5: table 'users' has the primary key 'users_pkey' already; drop that one first",
                "addPrimaryKey: {table: audit.log, columns: [a]}|f:2:48: column 'a' of the key is nullable; write a setNullable {nullable: false} before",
                "addPrimaryKey: {table: audit.log, columns: [b]}|table 'audit.log' has no column 'b'",
                "addUnique: {table: users, name: users_email_key, columns: [bio]}|f:2:37: table 'users' has a constraint 'users_email_key' already; take another name",
                "addUnique: {table: users, name: teams_pkey, columns: [bio]}|constraint name 'teams_pkey' is used in tables 'teams' and 'users'",
                "addUnique: {table: users, name: x, columns: [boi]}|there is no column 'boi' in table 'users' (did you mean 'bio'?)",
                "addCheck: {table: users, name: users_pkey, check: a}|has a constraint 'users_pkey' already",
                "addForeignKey: {table: users, name: x, columns: [score], references: teams, to: [name]}|f:2:85: foreign key 'x' points to [name] of 'teams', which are neither its primary key nor unique",
                "addForeignKey: {table: users, name: x, columns: [score], references: tea}|foreign key 'x' points to table 'tea', which isn't there",
                "addForeignKey: {table: users, name: x, columns: [score, id], references: teams}|foreign key 'x' over [score, id] points to 'teams', whose primary key is [id]",
                "addForeignKey: {table: users, name: x, columns: [score, no], references: teams, to: [id, id]}|f:2:89: a foreign key points to column 'id' twice; keep one",
                "dropConstraint: {table: teams, name: teams_pkey}|points to [id] of 'teams', which are neither its primary key nor unique",
                "dropConstraint: {table: teams, name: teams_no_key}|points to [no] of 'teams', which are neither its primary key nor unique",
                "dropConstraint: {table: users, name: users_emial_key}|f:2:42: table 'users' has no constraint 'users_emial_key' (did you mean 'users_email_key'?)",
                "dropConstraint: {table: users, name: users_role_idx}|table 'users' has no constraint 'users_role_idx'",
                "renameConstraint: {table: users, from: users_email_keys, to: x}|f:2:44: table 'users' has no constraint 'users_email_keys' (did you mean 'users_email_key'?)",
                "renameConstraint: {table: users, from: users_email_key, to: users_pkey}|f:2:65: table 'users' has a constraint 'users_pkey' already",
                "renameConstraint: {table: users, from: users_email_key, to: teams_pkey}|constraint name 'teams_pkey' is used in tables 'teams' and 'users'",
                "createIndex: {table: users, name: lower_note, columns: [bio]}|f:2:39: table 'users' has an index 'lower_note' already; take another name",
                "createIndex: {table: users, name: users_pkey, columns: [bio]}|index name 'users_pkey' is used twice in table 'users'",
                "createIndex: {table: users, name: x, columns: [boi]}|there is no column 'boi' in table 'users' (did you mean 'bio'?)",
                "createIndex: {table: users, name: x, columns: [bio], include: [boi]}|there is no column 'boi' in table 'users'",
                "dropIndex: {table: users, name: lower_notes}|f:2:37: table 'users' has no index 'lower_notes' (did you mean 'lower_note'?)",
                "renameIndex: {table: users, from: lower_notes, to: x}|f:2:39: table 'users' has no index 'lower_notes' (did you mean 'lower_note'?)",
                "renameIndex: {table: users, from: lower_note, to: with_bio}|f:2:55: table 'users' has an index 'with_bio' already; take another name",
                "createEnum: {name: user_role, values: [a]}|f:2:24: there is an enum 'user_role' already; take another name",
                "createEnum: {name: users, values: [a]}|f:2:24: there is a table 'users' already, whose rows are a type of that name; take another name",
                "createEnum: {name: x, values: [a, a]}|f:2:35: an enum has the value 'a' twice; keep one",
                "createEnum: {name: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx, values: [a]}|f:2:24: enum name 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' is longer than 63 bytes of UTF-8; shorten it",
                "createEnum: {name: Text, values: [a]}|f:2:24: an enum can't be called 'Text', which is read as another type; take another name",
                "createEnum: {name: serial, values: [a]}|f:2:24: an enum can't be called 'serial'",
                "createEnum: {name: a(b), values: [a]}|f:2:24: an enum can't be called 'a(b)'",
                "renameEnum: {from: user_role, to: 'x[]'}|f:2:39: an enum can't be called 'x[]'",
                "createSchema: {name: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx}|f:2:26: schema name 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' is longer than 63 bytes of UTF-8; shorten it",
                "createSchema: {name: ''}|f:2:26: a schema's name is empty; give it at least one letter",
                "createEnum: {name: nope.x, values: [a]}|f:2:24: enum 'nope.x' lies in schema 'nope', which is not declared",
                "addEnumValue: {enum: user_roles, value: x}|f:2:26: there is no enum 'user_roles' (did you mean 'user_role'?)",
                "addEnumValue: {enum: user_role, value: citizen}|f:2:44: enum 'user_role' has the value 'citizen' already; take another",
                "addEnumValue: {enum: user_role, value: x, before: overlrod}|f:2:55: enum 'user_role' has no value 'overlrod' (did you mean 'overlord'?); it has [citizen, overlord]",
                "addEnumValue: {enum: user_role, value: x, before: citizen, after: overlord}|f:2:71: addEnumValue has both before and after; keep one",
                "renameEnumValue: {enum: user_role, from: citzen, to: x}|f:2:46: enum 'user_role' has no value 'citzen' (did you mean 'citizen'?)",
                "renameEnumValue: {enum: user_role, from: citizen, to: overlord}|f:2:59: enum 'user_role' has the value 'overlord' already; take another",
                "changeEnum: {enum: user_role, values: [overlord]}|column 'users.role' has the default 'citizen', which the change removes; write a setDefault before",
                "changeEnum: {enum: user_role, values: [citizen, overlord], map: {x: citizen}}|f:2:73: enum 'user_role' has no value 'x'",
                "changeEnum: {enum: user_role, values: [citizen], map: {overlord: boss}}|map says overlord: boss, but it must lead from a removed value to one that stays",
                "changeEnum: {enum: user_role, values: [citizen, citizen]}|an enum has the value 'citizen' twice; keep one",
                "dropEnum: {name: user_role}|f:2:22: enum 'user_role' can't be dropped: column 'users.role' is of it; change or drop that first",
                "dropEnum: {name: user_rol}|f:2:22: there is no enum 'user_rol' (did you mean 'user_role'?)",
                "renameEnum: {from: user_rol, to: x}|f:2:24: there is no enum 'user_rol' (did you mean 'user_role'?)",
                "renameEnum: {from: user_role, to: users}|f:2:39: there is a table 'users' already",
                "createSchema: {name: audit}|f:2:26: there is a schema 'audit' already; take another name",
                "createSchema: {name: public}|f:2:26: there is a schema 'public' already; take another name",
                "dropSchema: {name: audit}|f:2:24: schema 'audit' can't be dropped: 'audit.log' lies in it; drop or move that first",
                "dropSchema: {name: adit}|f:2:24: there is no schema 'adit' (did you mean 'audit'?)",
                "renameSchema: {from: adit, to: x}|f:2:26: there is no schema 'adit' (did you mean 'audit'?)",
                "renameSchema: {from: audit, to: public}|f:2:37: there is a schema 'public' already",
                "createExtension: {name: citext}|f:2:29: there is an extension 'citext' already; alter that one",
                "dropExtension: {name: citxt}|f:2:27: there is no extension 'citxt' (did you mean 'citext'?)",
                "createSequence: {name: ticket}|f:2:28: there is a sequence 'ticket' already; take another name",
                "createSequence: {name: public.users}|f:2:28: there is a table 'public.users' already; take another name",
                "createSequence: {name: users_pkey}|f:2:28: 'users_pkey' is the name of an index of table 'users' already",
                "createSequence: {name: nope.x}|f:2:28: sequence 'nope.x' lies in schema 'nope', which is not declared",
                "createSequence: {name: x, type: text}|f:2:37: a sequence can't be text; make it smallint, integer or bigint",
                "createSequence: {name: x, max: 0}|min 1 isn't below max 0; mend one of them",
                "createSequence: {name: x, ownedBy: users}|f:2:40: 'users' names no column; write table.column",
                "createSequence: {name: x, ownedBy: user.id}|f:2:40: there is no table 'user' (did you mean 'users'?)",
                "createSequence: {name: x, ownedBy: users.emial}|f:2:40: table 'users' has no column 'emial' (did you mean 'email'?)",
                "createSequence: {name: audit.x, ownedBy: users.id}|f:2:46: sequence 'audit.x' lies in another schema than table 'users', with which it would go; put both into one",
                "alterSequence: {name: tickets}|f:2:27: there is no sequence 'tickets' (did you mean 'ticket'?)",
                "alterSequence: {name: ticket, ownedBy: nope.id}|f:2:44: there is no table 'nope'",
                "renameSequence: {from: tickets, to: x}|f:2:28: there is no sequence 'tickets' (did you mean 'ticket'?)",
                "renameSequence: {from: ticket, to: users}|f:2:40: there is a table 'users' already",
                "renameSequence: {from: ticket, to: audit.ticket}|f:2:40: sequence 'ticket' goes with column 'notes.id' and can't leave its schema; move the table, or take ownedBy away before",
                "dropSequence: {name: tickets}|f:2:26: there is no sequence 'tickets' (did you mean 'ticket'?)",
                "dropSequence: {name: numbers}|f:2:26: sequence 'numbers' can't be dropped: the default of column 'notes.no' uses it; change that first with a setDefault",
                "dropTable: {name: notes}|f:2:23: table 'notes' can't be dropped: sequence 'ticket' would go with it; drop that first, or take its ownedBy away with an alterSequence",
                "dropColumn: {table: notes, column: id}|f:2:40: column 'id' of 'notes' can't be dropped: sequence 'ticket' would go with it",
                "createTable: {name: ticket, columns: {a: text}}|f:2:25: there is a sequence 'ticket' already; take another name",
                "createIndex: {table: users, name: ticket, columns: [bio]}|index name 'ticket' is used for a sequence too",
                "renameTable: {from: users, to: numbers}|f:2:36: there is a sequence 'numbers' already",
                "setComment: {table: users, column: emial, comment: x}|f:2:40: table 'users' has no column 'emial' (did you mean 'email'?)",
                "setComment: {table: users, index: lower_note, comment: x}|setComment takes exactly one of table, index, enum, domain and view; write the one that is meant",
                "setComment: {comment: x}|setComment takes exactly one of table, index, enum, domain and view",
                "setComment: {column: a, comment: x}|setComment takes exactly one of table, index, enum, domain and view",
                "setComment: {enum: user_role, column: a, comment: x}|f:2:43: setComment has a column and no table; add the table",
                "setComment: {index: lower_notes, comment: x}|f:2:25: there is no index 'lower_notes'",
                "setComment: {index: users_pkey, comment: x}|there is no index 'users_pkey'",
                "setRowSecurity: {table: users, rowSecurity: maybe}|rowSecurity is 'maybe'; write true, false or forced",
                "setRowSecurity: {table: usres, rowSecurity: true}|f:2:29: there is no table 'usres' (did you mean 'users'?)",
                "createPolicy: {table: users, name: p, for: select, check: a}|a policy for select writes no new row, so it has nothing to check; say it in 'using'",
                "createPolicy: {table: users, name: p, for: insert, using: a}|a policy for insert looks at new rows alone; say it in 'check'",
                "createPolicy: {table: users, name: seen}|f:2:40: table 'users' has a policy 'seen' already; take another name",
                "createPolicy: {table: users, name: ''}|a policy's name is empty",
                "dropPolicy: {table: users, name: sen}|f:2:38: table 'users' has no policy 'sen' (did you mean 'seen'?); it has [seen]",
                "alterPolicy: {table: users, name: sen}|f:2:39: table 'users' has no policy 'sen'",
                "renamePolicy: {table: users, from: sen, to: x}|f:2:40: table 'users' has no policy 'sen'",
                "dropColumn: {table: users, column: secret}|f:2:40: policy 'seen' of 'users' names what would be dropped; drop it first",
                "dropColumn: {table: secrets, column: no}|f:2:42: policy 'seen' of 'users' names what would be dropped",
                "dropTable: {name: secrets}|f:2:23: policy 'seen' of 'users' names what would be dropped",
                "renameColumn: {table: secrets, from: no, to: x}|f:2:42: policy 'seen' of 'users' names what would be renamed within a query; drop it first, and create it again after",
                "renameTable: {from: secrets, to: x}|f:2:25: policy 'seen' of 'users' names what would be renamed within a query",
                "addColumn: {table: secrets, column: {secret: bigint}}|policy 'seen' of 'users' names what would be added; drop it first, and create it again after",
                "createTable: {name: audit.secrets, columns: {a: text}}|f:2:25: policy 'seen' of 'users' names what would be added",
                "dropEnum: {name: unused}|f:2:22: policy 'seen' of 'users' names what would be dropped",
                "renameColumn: {table: users, from: note, to: remark}|",
                "setStorage: {table: usres, with: {fillfactor: 70}}|f:2:25: there is no table 'usres' (did you mean 'users'?)",
                "setStorage: {table: users, with: {fillfactor: 70, FillFactor: 80}}|storage parameter 'FillFactor' stands there twice, in another case; keep one",
                "createTable: {name: t, columns: {a: text}, with: {A: 1, a: 2}}|storage parameter 'a' stands there twice",
                "insert: {table: users, rows: []}|f:2:34: insert has no row; write at least one",
                "insert: {table: users, rows: [{emial: x}]}|f:2:43: table 'users' has no column 'emial' (did you mean 'email'?)",
                "insert: {table: usres, rows: [{email: x}]}|f:2:21: there is no table 'usres' (did you mean 'users'?)",
                "insert: {table: users, rows: [{email: [x]}]}|'email' is a list; write one value",
                "insert: {table: users, rows: [{email: x}], down: ' '}|a statement of 'down' is empty; write it, or take it out",
                "update: {table: users, set: {}, where: 'true'}|f:2:33: update sets no column; write at least one",
                "update: {table: users, set: {emial: x}, where: 'true'}|f:2:41: table 'users' has no column 'emial' (did you mean 'email'?)",
                "update: {table: users, set: {email: x}}|f:2:13: update needs 'where'; add it",
                "delete: {table: users}|f:2:13: delete needs 'where'; add it",
                "delete: {table: users, where: ''}|f:2:35: an SQL expression is empty",
                "delete: {table: usres, where: 'true'}|f:2:21: there is no table 'usres' (did you mean 'users'?)",
                "sql: {up: ''}|f:2:15: a statement of 'up' is empty; write it, or take it out",
                "sql: {up: []}|f:2:15: sql needs 'up'; write the statements",
                "sql: {down: x}|sql needs 'up'",
                "sql: {up: x, schema: [{dropTable: {name: nope}}]}|there is no table 'nope'",
                "uninsert: {insert: {table: users, rows: [{email: x}]}}|f:2:5: there is no change 'uninsert'",
                "creatTable: {name: t}|f:2:5: there is no change 'creatTable' (did you mean 'createTable'?); the kinds are [createTable, dropTable,",
            })
    void a_change_that_can_not_happen_is_told(String item, String told) {
        if (told == null) {
            assertThat(replayed(BEFORE, "- " + item)).isNotNull();
            return;
        }
        assertThat(refusals(BEFORE, "- " + item))
                .anySatisfy(line -> assertThat(line)
                        .startsWith(told.startsWith("f:") ? told : "f:2:")
                        .contains(told));
    }

    @Test
    void a_sequence_stays_that_is_named_elsewhere_than_in_a_default() {
        String check = "- addCheck: {table: users, name: c, check: \"id < nextval('spare')\"}\n";
        String domain = "- createDomain: {name: d, type: bigint, checks: {c: \"value < nextval('public.spare')\"}}\n";
        Schema before = replayed(BEFORE, "- createSequence: {name: spare}");
        assertThat(refusals(before, check + "- dropSequence: {name: spare}"))
                .anyMatch(line -> line.contains(
                        "sequence 'spare' can't be dropped: check 'c' of 'users' names it; change that first"));
        assertThat(refusals(before, domain + "- dropSequence: {name: spare}"))
                .anyMatch(line ->
                        line.contains("sequence 'spare' can't be dropped: domain 'd' names it; change that first"));
    }
}
