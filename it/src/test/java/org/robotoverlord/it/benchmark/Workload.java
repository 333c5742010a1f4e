package org.robotoverlord.it.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Changelogs of one change each. Of ten, three create a table with eight columns, a primary key and a foreign key, three add a
 * column, two create an index, one adds a unique, one renames a column. The same in every tool's own form.
 *
 * @param size how many changelogs, in tens
 */
record Workload(int size) {
    private static final String TIME = "20260101000000";

    Workload {
        if (size % 10 != 0) {
            throw new IllegalArgumentException("A workload is made of tens of changelogs, not of " + size);
        }
    }

    /** Our changelogs and the models that they lead to, as a project of one app. */
    void writeForRobot(Path project) throws IOException {
        Path changelogs = Files.createDirectories(project.resolve("migrations/models"));
        String parent = "";
        for (int n = 1; n <= size; n++) {
            String id = n + "_" + TIME + "_step_" + n;
            Files.writeString(
                    changelogs.resolve(id + ".yaml"),
                    (parent.isEmpty() ? "" : "parent: " + parent + "\n") + "changes:\n" + yaml(ten(n), place(n)));
            parent = id;
        }
        writeModels(project, "");
    }

    /** The models, with one more column in the last table where {@code extra} names it. */
    void writeModels(Path project, String extra) throws IOException {
        Path models = Files.createDirectories(project.resolve("src/main/models/models"));
        StringBuilder text = new StringBuilder("tables:\n");
        for (int ten = 1; ten <= ten(size); ten++) {
            for (int t = 1; t <= 3; t++) {
                text.append(model(ten, t, ten == ten(size) && t == 3 ? extra : ""));
            }
        }
        Files.writeString(models.resolve("tables.yaml"), text);
    }

    /** Which ten a changelog belongs to, from 1. */
    private static int ten(int n) {
        return (n - 1) / 10 + 1;
    }

    /** Where in its ten a changelog stands, from 0. */
    private static int place(int n) {
        return (n - 1) % 10;
    }

    private static String table(int ten, int t) {
        return "t" + ten + "_" + t;
    }

    /** The table that a table points to: the one before it in its ten, or itself. */
    private static String target(int ten, int t) {
        return table(ten, t == 1 ? 1 : t - 1);
    }

    private static String yaml(int ten, int place) {
        return switch (place) {
            case 0, 1, 2 -> """
                      - createTable:
                          name: %1$s
                          columns:
                            id: {type: bigint, identity: true}
                            name: {type: varchar(100), nullable: false}
                            amount: {type: "decimal(10,2)", nullable: false, default: 0}
                            created_at: {type: timestamptz, nullable: false, default: {sql: now()}}
                            active: {type: boolean, nullable: false, default: true}
                            note: text
                            kind: {type: varchar(20), default: plain}
                            parent_id: bigint
                          primaryKey: [id]
                          foreignKeys:
                            %1$s_parent_id_fkey: {columns: [parent_id], references: %2$s, to: [id]}
                    """.formatted(table(ten, place + 1), target(ten, place + 1));
            case 3, 4, 5 -> "  - addColumn: {table: %s, column: {extra: integer}}\n".formatted(table(ten, place - 2));
            case 6, 7 ->
                "  - createIndex: {table: %1$s, name: %1$s_kind_idx, columns: [kind]}\n"
                        .formatted(table(ten, place - 5));
            case 8 -> "  - addUnique: {table: %1$s, name: %1$s_name_key, columns: [name]}\n".formatted(table(ten, 1));
            default -> "  - renameColumn: {table: %s, from: note, to: remark}\n".formatted(table(ten, 2));
        };
    }

    private static String model(int ten, int t, String extra) {
        StringBuilder text =
                new StringBuilder("""
                  %1$s:
                    columns:
                      id: {type: bigint, identity: true}
                      name: {type: varchar(100), nullable: false}
                      amount: {type: "decimal(10,2)", nullable: false, default: 0}
                      created_at: {type: timestamptz, nullable: false, default: {sql: now()}}
                      active: {type: boolean, nullable: false, default: true}
                      %2$s: text
                      kind: {type: varchar(20), default: plain}
                      parent_id: {type: bigint, references: %3$s}
                      extra: integer
                """.formatted(table(ten, t), t == 2 ? "remark" : "note", target(ten, t)));
        if (!extra.isEmpty()) {
            text.append("      ").append(extra).append(": integer\n");
        }
        text.append("    primaryKey: [id]\n");
        if (t == 1) {
            text.append("    unique: [[name]]\n");
        }
        if (t <= 2) {
            text.append("    indexes: [[kind]]\n");
        }
        return text.toString();
    }

    /** The statement of a changelog, as anybody would write it by hand. */
    private static String sql(Wording wording, int n) {
        int ten = ten(n);
        int place = place(n);
        return switch (place) {
            case 0, 1, 2 -> wording.createTable(table(ten, place + 1), target(ten, place + 1));
            case 3, 4, 5 -> "alter table %s add column extra integer;\n".formatted(table(ten, place - 2));
            case 6, 7 -> "create index %1$s_kind_idx on %1$s (kind);\n".formatted(table(ten, place - 5));
            case 8 -> wording.addUnique(table(ten, 1));
            default -> "alter table %s rename column note to remark;\n".formatted(table(ten, 2));
        };
    }

    /** One script of everything, for {@code psql -1 -f}. */
    void writeForPsql(Path file) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int n = 1; n <= size; n++) {
            text.append(sql(Wording.POSTGRESQL, n));
        }
        Files.writeString(file, text);
    }

    /** A file each, named as Flyway wants it. */
    void writeForFlyway(Path folder, Wording wording) throws IOException {
        Files.createDirectories(folder);
        for (int n = 1; n <= size; n++) {
            Files.writeString(folder.resolve("V" + n + "__step_" + n + ".sql"), sql(wording, n));
        }
    }

    /** A file each with one change set, and the list of them. */
    void writeForLiquibase(Path folder, Wording wording) throws IOException {
        Files.createDirectories(folder);
        StringBuilder list = new StringBuilder("databaseChangeLog:\n");
        for (int n = 1; n <= size; n++) {
            String file = "step_" + n + ".sql";
            Files.writeString(
                    folder.resolve(file), "--liquibase formatted sql\n--changeset bench:" + n + "\n" + sql(wording, n));
            list.append("  - include: {file: ").append(file).append(", relativeToChangelogFile: true}\n");
        }
        Files.writeString(folder.resolve("changelog.yaml"), list);
    }
}
