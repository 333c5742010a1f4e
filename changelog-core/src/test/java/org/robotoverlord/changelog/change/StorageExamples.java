package org.robotoverlord.changelog.change;

/** Storage parameters of tables. */
final class StorageExamples extends ExampleGroup {
    StorageExamples() {
        String stored =
                "- createTable: {name: notes, columns: {id: bigint}, with: {fillfactor: 70, autovacuum_enabled: false}}";
        add("create-table-with-storage", """
                createTable:
                  name: notes
                  columns: {body: text}
                  with: {Fillfactor: 70, autovacuum_vacuum_scale_factor: 0.05, toast.autovacuum_enabled: false}
                """);
        add("set-storage", "setStorage: {table: users, with: {fillfactor: 70, toast.vacuum_truncate: OFF}}");
        add(
                "change-storage",
                "setStorage: {table: notes, with: {parallel_workers: 2, autovacuum_enabled: false}}",
                stored);
        add("reset-storage", "setStorage: {table: notes}", stored);
        add(
                "add-column-that-is-kept-out-of-line",
                "addColumn: {table: notes, column: {body: {type: text, comment: Long.}}}",
                "- createTable: {name: notes, columns: {id: bigint, title: {type: text, default: x}}, with: {toast.autovacuum_enabled: false}}");
        add(
                "change-type-to-one-that-is-kept-out-of-line",
                "changeType: {table: notes, column: id, to: text}",
                "- createTable: {name: notes, columns: {id: bigint, title: text}, with: {toast.autovacuum_enabled: false}}");
    }
}
