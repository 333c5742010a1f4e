package org.robotoverlord.changelog.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.robotoverlord.changelog.schema.Schema;

class DownTest {
    private static final Schema BEFORE = ChangeExample.after(ChangeExamples.forum());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert: {table: teams, rows: [{name: Greens}], down: 'delete from ${teams}'}",
                "update: {table: teams, set: {name: x}, where: 'true', down: 'delete from ${teams}'}",
                "delete: {table: teams, where: 'true', down: 'delete from ${teams}'}",
                "sql: {up: nothing, down: 'delete from ${teams}'}",
            })
    void placeholders_are_replaced_in_the_way_back_too(String change) {
        Change replaced =
                ChangeExample.change(change).mapText(sql -> sql.replace("${teams}", "teams"), literal -> literal);

        assertThat(((Sql) replaced.reverse(BEFORE)).statements()).containsExactly("delete from teams");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert: {table: teams, rows: [{name: Greens}]}",
                "update: {table: teams, set: {name: x}, where: 'true'}",
                "delete: {table: teams, where: 'true'}",
                "sql: {up: nothing}",
            })
    void without_one_there_is_no_way_back(String change) {
        assertThatThrownBy(() -> ChangeExample.change(change).reverse(BEFORE)).isInstanceOf(Irreversible.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update: {table: teams, set: {name: x}, where: 'true', down: none}",
                "delete: {table: teams, where: 'true', down: none}",
                "sql: {up: nothing, down: none}",
            })
    void none_is_a_way_back_in_which_nothing_runs(String change) {
        assertThat(((Sql) ChangeExample.change(change).reverse(BEFORE)).statements())
                .isEmpty();
    }
}
