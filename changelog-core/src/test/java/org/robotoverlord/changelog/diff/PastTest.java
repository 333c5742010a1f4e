package org.robotoverlord.changelog.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.change.ChangeEnum;
import org.robotoverlord.changelog.change.DropConstraint;
import org.robotoverlord.changelog.change.DropIndex;
import org.robotoverlord.changelog.change.DropTable;
import org.robotoverlord.changelog.change.RenameColumn;
import org.robotoverlord.changelog.change.RenameConstraint;
import org.robotoverlord.changelog.change.RenameEnum;
import org.robotoverlord.changelog.change.RenameEnumValue;
import org.robotoverlord.changelog.change.RenameIndex;
import org.robotoverlord.changelog.change.RenameSchema;
import org.robotoverlord.changelog.change.RenameTable;
import org.robotoverlord.changelog.change.Sql;
import org.robotoverlord.changelog.schema.Hint.Kind;
import org.robotoverlord.changelog.schema.Name;

/** Holds what is remembered of names. */
class PastTest {
    private static final Name A = Name.of("a");
    private static final Name B = Name.of("b");

    private static Past past(Change... changes) {
        List<Change> all =
                new java.util.ArrayList<>(DiffAssert.to("""
                        schemas: [s]
                        enums: {role: [x, y]}
                        tables: {a: {columns: {x: {type: text, unique: true, index: i}}}, s.t: {columns: {x: text}}}
                        """).difference().changes());
        all.addAll(List.of(changes));
        return Past.of(Models.SETTING, all);
    }

    private static Name n(String name) {
        return Name.of(name);
    }

    @Test
    void names_that_were_never_given_were_never_held() {
        assertThat(past().held(Kind.TABLE, A, B)).isFalse();
        assertThat(past().held(Kind.COLUMN, A, n("y"))).isFalse();
        assertThat(Past.NONE.held(Kind.TABLE, A, A)).isFalse();
    }

    @Test
    void every_kind_of_name_is_held_and_stays_so_when_its_bearer_goes() {
        Past past = past(
                new DropConstraint(A, "a_x_key"),
                new DropIndex(A, "i"),
                new ChangeEnum(n("role"), List.of("x"), Map.of()));
        assertThat(past.held(Kind.TABLE, A, A)).isTrue();
        assertThat(past.held(Kind.COLUMN, A, n("x"))).isTrue();
        assertThat(past.held(Kind.CONSTRAINT, A, n("a_x_key"))).isTrue();
        assertThat(past.held(Kind.INDEX, A, n("i"))).isTrue();
        assertThat(past.held(Kind.ENUM, A, n("role"))).isTrue();
        assertThat(past.held(Kind.ENUM_VALUE, n("role"), n("y"))).isTrue();
    }

    @Test
    void renames_are_remembered_through_other_names_and_in_their_direction() {
        Past past = past(
                new RenameTable(A, n("tmp")),
                new RenameTable(n("tmp"), B),
                new RenameColumn(B, "x", "y"),
                new RenameIndex(B, "i", "j"),
                new RenameConstraint(B, "a_x_key", "k"),
                new RenameEnumValue(n("role"), "x", "z"),
                new RenameEnum(n("role"), n("kind")));
        assertThat(past.renamed(Kind.TABLE, B, A, B)).isTrue();
        assertThat(past.renamed(Kind.TABLE, B, B, A)).isFalse();
        assertThat(past.renamed(Kind.COLUMN, B, n("x"), n("y"))).isTrue();
        assertThat(past.renamed(Kind.INDEX, B, n("i"), n("j"))).isTrue();
        assertThat(past.renamed(Kind.CONSTRAINT, B, n("a_x_key"), n("k"))).isTrue();
        assertThat(past.renamed(Kind.ENUM_VALUE, n("kind"), n("x"), n("z"))).isTrue();
        assertThat(past.renamed(Kind.ENUM, A, n("role"), n("kind"))).isTrue();
    }

    @Test
    void what_was_dropped_and_made_again_was_not_renamed() {
        Past past = past(new RenameColumn(A, "x", "y"), new DropTable(A), new RenameTable(Name.of("s", "t"), A));
        assertThat(past.renamed(Kind.COLUMN, A, n("x"), n("y"))).isFalse();
    }

    @Test
    void the_tables_of_a_renamed_schema_are_renamed_with_it() {
        Past past = past(new RenameSchema("s", "r"));
        assertThat(past.renamed(Kind.TABLE, A, Name.of("s", "t"), Name.of("r", "t")))
                .isTrue();
    }

    @Test
    void the_changes_that_raw_sql_makes_are_remembered() {
        Past past = past(new Sql(List.of("…"), List.of(), true, List.of(), List.of(new RenameTable(A, B))));
        assertThat(past.renamed(Kind.TABLE, A, A, B)).isTrue();
    }

    @Test
    void the_apps_own_schema_is_no_other_name() {
        assertThat(past(new RenameTable(Name.of("public", "a"), Name.of("public", "b")))
                        .renamed(Kind.TABLE, A, A, B))
                .isTrue();
    }
}
