package org.robotoverlord.changelog.diff;

import org.junit.jupiter.api.Test;

/** Holds how partitions come, change and go, and that rows stay in them. */
class PartitionDiffTest {
    private static String events(String partitions) {
        return events("", partitions);
    }

    private static String events(String more, String partitions) {
        return "tables:\n  events:\n    columns: {id: bigint, at: date" + more
                + "}\n    primaryKey: [id, at]\n    indexes: {events_at_idx: [at]}\n"
                + "    partitionBy: {range: [at]}\n    partitions: {" + partitions + "}\n";
    }

    private static final String E_26 = "e_26: {from: ['2026-01-01'], to: ['2027-01-01']}";
    private static final String E_27 = "e_27: {from: ['2027-01-01'], to: ['2028-01-01']}";
    private static final String PLAIN_27 = """
              e_27:
                columns: {id: bigint, at: date}
                primaryKey: [id, at]
                indexes: {e_27_at_idx: [at]}
            """;

    @Test
    void a_new_partition_is_made_and_one_that_is_gone_is_dropped_with_its_rows() {
        DiffAssert.from(events(E_26), events(E_27)).gives("""
                        - dropPartition: {table: events, name: e_26}
                        - createPartition: {table: events, name: e_27, from: [2027-01-01], to: [2028-01-01]}
                        """).loses("all rows of partition 'e_26' of table 'events'");
    }

    @Test
    void one_that_differs_in_its_name_only_is_renamed() {
        DiffAssert.from(events(E_26), events(E_26.replace("e_26", "of_2026")))
                .gives("- renamePartition: {table: events, from: e_26, to: of_2026}\n")
                .loses();
    }

    @Test
    void two_may_swap_their_names() {
        DiffAssert.from(
                        events(E_26 + ", " + E_27),
                        events(E_26.replace("e_26", "e_27") + ", " + E_27.replace("e_27", "e_26")))
                .gives("""
                        - renamePartition: {table: events, from: e_27, to: e_27__swap}
                        - renamePartition: {table: events, from: e_26, to: e_27}
                        - renamePartition: {table: events, from: e_27__swap, to: e_26}
                        """)
                .loses();
    }

    @Test
    void other_bounds_are_given_to_it_beside_its_table() {
        DiffAssert.from(
                        events(E_26 + ", " + E_27),
                        events(E_26.replace("2027", "2026-07").replace("-07-01-01", "-07-01")))
                .gives("""
                        - dropPartition: {table: events, name: e_27}
                        - detachPartition: {table: events, name: e_26}
                        - attachPartition: {table: events, name: e_26, from: [2026-01-01], to: [2026-07-01]}
                        """)
                .loses("all rows of partition 'e_27' of table 'events'");
    }

    @Test
    void foreign_keys_make_way_for_other_bounds() {
        String notes = "  notes:\n    columns: {event: bigint, at: date}\n"
                + "    foreignKeys: {f: {columns: [event, at], references: events}}\n";
        DiffAssert.from(events(E_26) + notes, events(E_26.replace("2026", "2025")) + notes)
                .gives("""
                        - dropConstraint: {table: notes, name: f}
                        - detachPartition: {table: events, name: e_26}
                        - attachPartition: {table: events, name: e_26, from: [2025-01-01], to: [2027-01-01]}
                        - addForeignKey: {table: notes, name: f, columns: [event, at], references: events, to: [id, at]}
                        """);
    }

    @Test
    void a_partition_that_becomes_a_table_keeps_its_rows() {
        DiffAssert.from(events(E_26 + ", " + E_27), events(E_26) + PLAIN_27)
                .gives("- detachPartition: {table: events, name: e_27}\n")
                .loses();
    }

    @Test
    void a_partition_that_becomes_another_table_is_changed_after() {
        DiffAssert.from(events(E_26 + ", " + E_27), events(E_26) + """
                          e_27:
                            columns: {id: bigint, at: date, note: text}
                            primaryKey: [id]
                        """).gives("""
                        - detachPartition: {table: events, name: e_27}
                        - dropConstraint: {table: e_27, name: e_27_pkey}
                        - dropIndex: {table: e_27, name: e_27_at_idx}
                        - addColumn: {table: e_27, column: {note: text}}
                        - setNullable: {table: e_27, column: at, nullable: true}
                        - addPrimaryKey: {table: e_27, columns: [id]}
                        """);
    }

    @Test
    void a_table_that_becomes_a_partition_keeps_its_rows() {
        DiffAssert.from(events(E_26) + PLAIN_27, events(E_26 + ", " + E_27))
                .gives("- attachPartition: {table: events, name: e_27, from: [2027-01-01], to: [2028-01-01]}\n")
                .loses();
    }

    @Test
    void a_table_that_becomes_a_partition_is_made_what_one_is_before() {
        DiffAssert.from(
                        "tables: {e_27: {columns: {id: bigint, at: date}, primaryKey: {name: k, columns: [id, at]}}}",
                        events(E_27))
                .gives("""
                        - renameConstraint: {table: e_27, from: k, to: e_27_pkey}
                        - createIndex: {table: e_27, name: e_27_at_idx, columns: [at]}
                        - createTable:
                            name: events
                            columns: {id: bigint, at: date}
                            primaryKey: [id, at]
                            indexes: {events_at_idx: [at]}
                            partitionBy: {range: [at]}
                        - attachPartition: {table: events, name: e_27, from: [2027-01-01], to: [2028-01-01]}
                        """);
    }

    @Test
    void no_table_becomes_partitioned_in_place() {
        String plain =
                "tables: {events: {columns: {id: bigint, at: date}, primaryKey: [id, at], indexes: {events_at_idx: [at]}}}";
        DiffAssert.from(plain, events(E_26)).isRefused("""
                table 'events' becomes partitioned, and no database does that in place. Give the table that is to be another name, so \
                that it is made beside this one, copy the rows with sql, and drop this one and rename that in a later changelog""");
        DiffAssert.from(events(E_26), plain).isRefused("""
                table 'events' is no longer partitioned, and no database does that in place. Give the table that is to be another \
                name, so that it is made beside this one, copy the rows with sql, and drop this one and rename that in a later \
                changelog""");
    }

    @Test
    void where_it_happened_the_table_is_told_as_another() {
        String notes = "  notes:\n    columns: {event: bigint, at: date}\n"
                + "    foreignKeys: {f: {columns: [event, at], references: events}}\n";
        String plain = "tables:\n  events: {columns: {id: bigint, at: date}, primaryKey: [id, at]}\n";
        DiffAssert.from(plain + notes, events(E_26) + notes)
                .deciding(Deciding.no().ofWhatHappened())
                .gives("""
                        - dropConstraint: {table: notes, name: f}
                        - dropTable: {name: events}
                        - createTable:
                            name: events
                            columns: {id: bigint, at: date}
                            primaryKey: [id, at]
                            indexes: {events_at_idx: [at]}
                            partitionBy: {range: [at]}
                            partitions:
                              e_26: {from: [2026-01-01], to: [2027-01-01]}
                        - addForeignKey: {table: notes, name: f, columns: [event, at], references: events, to: [id, at]}
                        """);
    }

    @Test
    void no_column_of_the_key_changes_its_type() {
        DiffAssert.from(events(""), events("").replace("at: date", "at: timestamptz"))
                .isRefused("""
                column 'events.at', which the table is partitioned by, changes its type, and no database does that in place. Give the \
                table that is to be another name, so that it is made beside this one, copy the rows with sql, and drop this one and \
                rename that in a later changelog""");
    }

    @Test
    void a_partitioned_table_is_no_plain_one_under_another_name() {
        DiffAssert.from(
                        "tables: {events: {columns: {id: bigint, at: date}}}",
                        "tables: {happenings: {columns: {id: bigint, at: date}, partitionBy: {range: [at]}}}")
                .gives("""
                        - dropTable: {name: events}
                        - createTable: {name: happenings, columns: {id: bigint, at: date}, partitionBy: {range: [at]}}
                        """);
    }
}
