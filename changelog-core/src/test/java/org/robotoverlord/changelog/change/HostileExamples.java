package org.robotoverlord.changelog.change;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.robotoverlord.changelog.schema.Name;

/**
 * Every kind of change with names and texts that would be SQL if anybody let them. In their YAML {@code <a>} is a hostile name,
 * {@code <a.>} the same where names may be joined, {@code <=lower(@a)>} SQL that has it in quotes, {@code <!>} a hostile text.
 */
public final class HostileExamples {
    /** In a name: what ends quotes and statements, opens comments, stands for parameters. Not every database has more planes than one. */
    private static final String IN_NAMES = "'\"`;$$--/*\\?{d 'x'}:n\n${x}é%s";

    /** In a text, too: what needs two characters of Java's, and tags of dollar quotes. */
    public static final String TEXT = IN_NAMES + " 🤖 $body$ $1 ]]> \t E'\\'' */ \r\n#{x} x'00' \\x00 \\' \\\\";

    /** Names of foreign keys and their columns: InnoDB prints them without doubling what ends a quoted name, so nobody can read them. */
    private static final Set<String> OF_FOREIGN_KEYS = Set.of("fk", "fk2", "id", "f");

    private static final Pattern MARK =
            Pattern.compile("<(?:(?<text>!)|=(?<sql>[^>]+)|(?<name>[a-z_0-9]+)(?<joined>\\.?)(?<call>\\([^)]*\\))?)>");
    private static final Pattern NAME_IN_SQL = Pattern.compile("@([a-z_0-9]+)");

    private static final String GIVEN = """
            - createEnum: {name: <e.>, values: [<v>, <w>, <x>], comment: <!>}
            - createTable:
                name: <p.>
                columns: {<id>: {type: bigint, nullable: false}, <n>: {type: varchar(120), default: <!>}}
                primaryKey: {name: <p_pk>, columns: [<id>]}
            - createTable:
                name: <t.>
                comment: <!>
                columns:
                  <id>: {type: bigint, nullable: false}
                  <c>: {type: varchar(120), nullable: false, default: <!>, comment: <!>}
                  <k>: {type: <e.>, nullable: false, default: <v>}
                  <g>: {type: varchar(120), generated: {sql: <=lower(@c)>}}
                  <f>: bigint
                  <m>: {type: integer, nullable: false}
                primaryKey: {name: <t_pk>, columns: [<id>]}
                unique: {<u>: [<c>]}
                checks: {<ck>: <=@m = @m>}
                foreignKeys: {<fk>: {columns: [<f>], references: <p.>, to: [<id>]}}
                indexes: {<i>: {columns: [<m>, <f>], comment: <!>}}
            - insert: {table: <t.>, rows: [{<id>: 1, <c>: <!>, <k>: <w>, <m>: 1}]}
            """;

    private static final String OTHER =
            "- createTable: {name: <b.>, columns: {<id>: {type: bigint, nullable: false}}, primaryKey: {name: <b_pk>, columns: [<id>]}}";

    private static final Map<String, String> MORE = new LinkedHashMap<>();
    private static final Map<String, String> CHANGES = new LinkedHashMap<>();

    static {
        tables();
        rows();
        others();
    }

    private HostileExamples() {}

    private static void tables() {
        add(
                "createTable: {name: <a.>, comment: <!>, columns: {<b>: {type: <e.>, default: <x>, comment: <!>}, <c>: varchar(9)}}");
        add("dropTable: {name: <t.>}");
        add("renameTable: {from: <t.>, to: <a.>}");
        add("setComment: {table: <t.>, column: <f>, comment: <!>}");
        add("setComment: {index: <i.>, comment: <!>}");
        add("setStorage: {table: <t.>, with: {fillfactor: 70}}");
        add("setRowSecurity: {table: <t.>, rowSecurity: true}");
        add("addColumn: {table: <t.>, column: {<a>: {type: varchar(120), nullable: false, comment: <!>}}, fill: <!>}");
        add("dropColumn: {table: <t.>, column: <g>}");
        add("renameColumn: {table: <t.>, from: <c>, to: <a>}");
        add("changeType: {table: <t.>, column: <m>, to: bigint}");
        add("changeType: {table: <p.>, column: <n>, to: text, using: {sql: <=lower(@n)>, reverse: <=lower(@n)>}}");
        add("setNullable: {table: <p.>, column: <n>, nullable: false, fill: <!>}");
        add("setDefault: {table: <t.>, column: <k>, default: <x>}");
        add("setDefault: {table: <p.>, column: <n>, default: <!>}");
        add("setIdentity: {table: <b.>, column: <id>, identity: true}", OTHER);
        add("setGenerated: {table: <t.>, column: <g>, generated: {sql: <=upper(@c)>}}");
        add("setCollation: {table: <p.>, column: <n>, collation: C}");
        add(
                "addPrimaryKey: {table: <b.>, name: <b_pk>, columns: [<id>]}",
                "- createTable: {name: <b.>, columns: {<id>: {type: bigint, nullable: false}}}");
        add("addUnique: {table: <t.>, name: <a>, columns: [<m>, <f>]}");
        add("addCheck: {table: <t.>, name: <a>, check: <=@id + 1 = 1 + @id>}");
        add(
                "addForeignKey: {table: <t.>, name: <fk2>, columns: [<id>], references: <p.>, to: [<id>]}",
                "- insert: {table: <p.>, rows: [{<id>: 1}]}");
        add("addExclude: {table: <p.>, name: <a>, method: btree, elements: [{column: <n>, with: '='}]}");
        add("dropConstraint: {table: <t.>, name: <fk>}");
        add("renameConstraint: {table: <t.>, from: <u>, to: <a>}");
        add("createIndex: {table: <t.>, name: <a>, columns: [{column: <c>, order: desc}], comment: <!>}");
        add("dropIndex: {table: <t.>, name: <i>}", "- dropConstraint: {table: <t.>, name: <fk>}");
        add("renameIndex: {table: <t.>, from: <i>, to: <a>}");
    }

    private static void rows() {
        add(
                "insert: {table: <t.>, rows: [{<id>: 2, <c>: b, <k>: <x>, <m>: 2}, {<id>: 3, <c>: a, <k>: <v>, <m>: 3, <f>: {sql: 'null'}}]}");
        add("update: {table: <t.>, set: {<c>: <!>, <k>: <x>}, where: <=@id = 1>, down: none}");
        add("delete: {table: <t.>, where: <=@id = 1>, down: none}");
        add("sql: {up: <=update @t set @m = 2 where @c != '?' and @c != '{d}' and @c != ':n'>, down: none}");
    }

    private static void others() {
        add("createEnum: {name: <a.>, values: [<v>, <b>], comment: <!>}");
        add("addEnumValue: {enum: <e.>, value: <a>, after: <v>}");
        add("renameEnumValue: {enum: <e.>, from: <w>, to: <a>}");
        add("changeEnum: {enum: <e.>, values: [<x>, <v>], map: {<w>: <v>}}");
        add("renameEnum: {from: <e.>, to: <a.>}");
        add("dropEnum: {name: <a.>}", "- createEnum: {name: <a.>, values: [<v>]}");
        add("createSchema: {name: <s>}");
        add("dropSchema: {name: <s>}", "- createSchema: {name: <s>}");
        add("renameSchema: {from: <s>, to: <a>}", "- createSchema: {name: <s>}");
        String domain =
                "- createDomain: {name: <d.>, type: varchar(120), default: <!>, checks: {<dc>: <=value != 'x'>}, comment: <!>}";
        add(
                "createDomain: {name: <d.>, type: varchar(120), default: <!>, checks: {<dc>: <=value != 'x'>}, comment: <!>}");
        add("alterDomain: {name: <d.>, type: varchar(120), default: a, comment: <!>}", domain);
        add("renameDomain: {from: <d.>, to: <a.>}", domain);
        add("dropDomain: {name: <d.>}", domain);
        add("createSequence: {name: <q.>, start: 3}");
        add("alterSequence: {name: <q.>, increment: 2}", "- createSequence: {name: <q.>}");
        add("renameSequence: {from: <q.>, to: <a.>}", "- createSequence: {name: <q.>}");
        add("dropSequence: {name: <q.>}", "- createSequence: {name: <q.>}");
        String view = "- createView: {name: <vw.>, query: <=select @id, @c from @t>, comment: <!>}";
        add("createView: {name: <vw.>, query: <=select @id, @c from @t>, comment: <!>}");
        add("replaceView: {name: <vw.>, query: <=select @id, @n as @c from @p>}", view);
        add("renameView: {from: <vw.>, to: <a.>}", view);
        add("dropView: {name: <vw.>}", view);
        add(
                "refreshView: {name: <mv.>}",
                "- createView: {name: <mv.>, query: <=select @id from @t>, materialized: true}");
        String function = "- createFunction: {name: <fn()>, returns: integer, language: sql, body: <=select 1>}";
        add(
                "createFunction: {name: <fn()>, returns: integer, language: sql, body: <=select length('@c $$ $body$ ; ? {d}')>}");
        add("replaceFunction: {name: <fn()>, returns: integer, language: sql, body: <=select 2>}", function);
        add("renameFunction: {from: <fn()>, to: <a()>}", function);
        add("dropFunction: {name: <fn()>}", function);
        String procedure = "- createProcedure: {name: <pr()>, language: sql, body: <=delete from @t>}";
        add("createProcedure: {name: <pr()>, language: sql, body: <=delete from @t>}");
        add("replaceProcedure: {name: <pr()>, language: sql, body: <=delete from @p>}", procedure);
        add("renameProcedure: {from: <pr()>, to: <a()>}", procedure);
        add("dropProcedure: {name: <pr()>}", procedure);
        String touch =
                "- createFunction: {name: <tf()>, returns: trigger, language: plpgsql, body: begin return new; end}\n";
        String trigger = touch
                + "- createTrigger: {table: <t.>, name: <tr>, when: before, on: [insert, {update: [<c>]}], forEach: row, call: <tf()>}";
        add(
                "createTrigger: {table: <t.>, name: <tr>, when: before, on: [insert, {update: [<c>]}], forEach: row, call: <tf()>}",
                touch);
        add(
                "replaceTrigger: {table: <t.>, name: <tr>, when: after, on: [insert], forEach: row, call: <tf('x')>}",
                trigger);
        add("renameTrigger: {table: <t.>, from: <tr>, to: <a>}", trigger);
        add("dropTrigger: {table: <t.>, name: <tr>}", trigger);
        String policy = "- createPolicy: {table: <t.>, name: <po>, using: <=@m = 1>}";
        add("createPolicy: {table: <t.>, name: <po>, using: <=@m = 1>}");
        add("alterPolicy: {table: <t.>, name: <po>, using: <=@m = 2>}", policy);
        add("renamePolicy: {table: <t.>, from: <po>, to: <a>}", policy);
        add("dropPolicy: {table: <t.>, name: <po>}", policy);
        String parts =
                "- createTable: {name: <pt.>, columns: {<c>: varchar(200)}, partitionBy: {list: [<c>]}, partitions: {<p1>: {in: [<v>]}}}";
        add("createPartition: {table: <pt.>, name: <p2>, in: [<!>]}", parts);
        add("renamePartition: {table: <pt.>, from: <p1>, to: <a>}", parts);
        add("dropPartition: {table: <pt.>, name: <p1>}", parts);
        add("detachPartition: {table: <pt.>, name: <p1>}", parts);
        add(
                "attachPartition: {table: <pt.>, name: <p2>, in: [<!>]}",
                parts + "\n- createTable: {name: <p2.>, columns: {<c>: varchar(200)}}");
        add("createExtension: {name: citext, schema: <s>}", "- createSchema: {name: <s>}");
        add(
                "alterExtension: {name: citext, schema: <s>}",
                "- createSchema: {name: <s>}\n- createExtension: {name: citext}");
        add(
                "dropExtension: {name: citext}",
                "- createSchema: {name: <s>}\n- createExtension: {name: citext, schema: <s>}");
    }

    private static void add(String change) {
        add(change, "");
    }

    private static void add(String change, String given) {
        String kind = change.substring(0, change.indexOf(':'));
        String name = "hostile-" + kind;
        for (int i = 2; CHANGES.containsKey(name); i++) {
            name = "hostile-" + kind + "-" + i;
        }
        CHANGES.put(name, change);
        MORE.put(name, given);
    }

    /** All of them, each over a table, an enum and a row. */
    public static List<ChangeExample> all() {
        List<ChangeExample> all = new ArrayList<>();
        CHANGES.forEach((name, change) -> {
            List<Change> given = new ArrayList<>(ChangeExample.changes(filled(GIVEN)));
            given.addAll(ChangeExample.changes(MORE.get(name).isEmpty() ? "[]" : filled(MORE.get(name))));
            all.add(new ChangeExample(name, given, ChangeExample.change(filled(change)), 0));
        });
        return all;
    }

    /** The schema and the row that all of them have in common. */
    public static List<Change> given() {
        return ChangeExample.changes(filled(GIVEN));
    }

    /** The name that a mark stands for. */
    public static String named(String mark) {
        return mark + (OF_FOREIGN_KEYS.contains(mark) ? IN_NAMES.replace("`", "") : IN_NAMES);
    }

    private static String filled(String yaml) {
        return MARK.matcher(yaml).replaceAll(mark -> Matcher.quoteReplacement(filled(mark)));
    }

    private static String filled(MatchResult found) {
        Matcher mark = MARK.matcher(found.group());
        mark.matches();
        if (mark.group("text") != null) {
            return quoted(TEXT);
        }
        Optional<String> sql = Optional.ofNullable(mark.group("sql"));
        String name = named(mark.group("name") == null ? "" : mark.group("name"));
        String joined = Name.part(name) + (mark.group("call") == null ? "" : mark.group("call"));
        boolean alone = mark.group("joined") == null || mark.group("joined").isEmpty() && mark.group("call") == null;
        return quoted(sql.map(HostileExamples::sql).orElse(alone ? name : joined));
    }

    private static String sql(String sql) {
        return NAME_IN_SQL
                .matcher(sql)
                .replaceAll(name ->
                        Matcher.quoteReplacement('"' + named(name.group(1)).replace("\"", "\"\"") + '"'));
    }

    /** As YAML has it in double quotes. */
    private static String quoted(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                        .replace("\t", "\\t")
                + '"';
    }
}
