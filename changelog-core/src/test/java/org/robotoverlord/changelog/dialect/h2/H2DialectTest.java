package org.robotoverlord.changelog.dialect.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.robotoverlord.changelog.change.AddForeignKey;
import org.robotoverlord.changelog.change.AddUnique;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.change.ChangeExample;
import org.robotoverlord.changelog.change.ChangeType;
import org.robotoverlord.changelog.change.CreateIndex;
import org.robotoverlord.changelog.change.CreateTable;
import org.robotoverlord.changelog.change.CreateView;
import org.robotoverlord.changelog.change.DropIndex;
import org.robotoverlord.changelog.change.RenameConstraint;
import org.robotoverlord.changelog.change.ReplaceView;
import org.robotoverlord.changelog.dialect.Dialect;
import org.robotoverlord.changelog.dialect.DialectContract;
import org.robotoverlord.changelog.dialect.Trial;
import org.robotoverlord.changelog.dialect.Unsupported;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.schema.Action;
import org.robotoverlord.changelog.schema.Check;
import org.robotoverlord.changelog.schema.Column;
import org.robotoverlord.changelog.schema.ColumnType;
import org.robotoverlord.changelog.schema.Deferrable;
import org.robotoverlord.changelog.schema.Expression;
import org.robotoverlord.changelog.schema.ForeignKey;
import org.robotoverlord.changelog.schema.Index;
import org.robotoverlord.changelog.schema.IndexElement;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Table;
import org.robotoverlord.changelog.schema.TableBody;
import org.robotoverlord.changelog.schema.Unique;
import org.robotoverlord.changelog.schema.View;

class H2DialectTest extends DialectContract {
    /** What SQL in them says in words of PostgreSQL's or of nobody's. */
    private static final Set<String> IN_OTHER_WORDS = Set.of(
            "add-column-computed",
            "add-column-with-fill-of-sql",
            "change-enum-that-is-used-everywhere",
            "change-generated-column",
            "set-not-null-with-fill-of-sql",
            "sql-of-another-dialect",
            "sql-outside-a-transaction");

    private static final AtomicInteger COUNT = new AtomicInteger();

    @Override
    protected Dialect dialect() {
        return new H2Dialect();
    }

    @Override
    protected List<Integer> majors() {
        return List.of(2);
    }

    @Override
    protected Connection open(int major) throws SQLException {
        return DriverManager.getConnection("jdbc:h2:mem:trial" + COUNT.incrementAndGet() + ";DATABASE_TO_LOWER=TRUE");
    }

    @Override
    protected List<String> likeACommit() {
        return List.of();
    }

    @Override
    protected Connection another(Connection connection) throws SQLException {
        return DriverManager.getConnection(connection.getMetaData().getURL() + ";DATABASE_TO_LOWER=TRUE");
    }

    @Override
    protected boolean does(int major, ChangeExample example) {
        return !IN_OTHER_WORDS.contains(example.name());
    }

    @Override
    protected List<Change> asFarAsItCan(List<Change> given) {
        return H2Profile.of(given);
    }

    @Test
    void the_driver_that_is_fetched_is_the_one_it_is_tried_with() throws SQLException {
        try (Connection connection = open(2)) {
            assertThat(connection.getMetaData().getDriverVersion())
                    .startsWith(dialect().driver().orElseThrow().replaceFirst(".*:", ""));
        }
    }

    @Test
    void constraints_of_two_tables_change_names_with_each_other() throws SQLException {
        try (Connection connection = open(2)) {
            Trial trial = new Trial(dialect(), connection, List.of());
            Schema before = after(ChangeExample.empty(), tables());
            trial.run(tables(), ChangeExample.empty());
            List<Change> swap = List.of(
                    new RenameConstraint(Name.of("a"), "one", "two"), new RenameConstraint(Name.of("b"), "two", "one"));
            trial.run(swap, before);
            trial.assertIs(after(before, swap));
            assertThatThrownBy(() -> dialect()
                            .statements(swap.subList(0, 1), before, dialect().newest()))
                    .isInstanceOf(Unsupported.class)
                    .hasMessageContaining("'two' is one of table 'b'; give the other another name");
        }
    }

    @Test
    void views_come_again_on_those_that_are_replaced_and_stay_on_a_column_of_another_type() throws SQLException {
        try (Connection connection = open(2)) {
            Trial trial = new Trial(dialect(), connection, List.of());
            List<Change> given = new ArrayList<>(tables());
            given.add(new CreateView(Name.of("v"), View.of("select x as y from a where x > 1")));
            given.add(new CreateView(Name.of("on it"), View.of("select * from v")));
            trial.run(given, ChangeExample.empty());
            Schema before = after(ChangeExample.empty(), given);
            List<Change> changes = List.of(
                    new ReplaceView(Name.of("v"), View.of("select x as y, 1 as one from a")),
                    new ChangeType(Name.of("a"), "x", ColumnType.of("bigint"), Optional.empty()));
            trial.run(changes, before);
            trial.assertIs(after(before, changes));
            assertThat(trial.ask("select count(*) from \"on it\" where one = y"))
                    .isEqualTo("0");
        }
    }

    @Test
    void an_index_goes_though_a_constraint_works_with_it_and_a_key_points_to_that() throws SQLException {
        try (Connection connection = open(2)) {
            Trial trial = new Trial(dialect(), connection, List.of());
            List<Change> given = new ArrayList<>(tables());
            Index unique = new Index(
                    List.of(IndexElement.of("x")),
                    true,
                    Optional.empty(),
                    "btree",
                    List.of(),
                    false,
                    Map.of(),
                    Optional.empty());
            given.add(new CreateIndex(Name.of("a"), "i", unique));
            given.add(new AddUnique(Name.of("a"), "u", Unique.of(List.of("x"))));
            ForeignKey key = new ForeignKey(
                    List.of("x"), Name.of("a"), List.of("x"), Action.NO_ACTION, Action.NO_ACTION, Deferrable.NO, false);
            given.add(new AddForeignKey(Name.of("b"), "f", key));
            trial.run(given, ChangeExample.empty());
            Schema before = after(ChangeExample.empty(), given);
            List<Change> drop = List.of(new DropIndex(Name.of("a"), "i"));
            trial.run(drop, before);
            trial.assertIs(after(before, drop));
        }
    }

    private static List<Change> tables() {
        List<Change> tables = new ArrayList<>();
        Map.of("a", "one", "b", "two").forEach((table, check) -> {
            Table body = Table.EMPTY
                    .with("x", Column.of(ColumnType.of("integer")))
                    .with(check, new Check(Expression.of("x > 0")));
            tables.add(new CreateTable(Name.of(table), TableBody.of(Name.of(table), body)));
        });
        return tables;
    }

    private static Schema after(Schema before, List<Change> changes) {
        Schema after = before;
        for (Change change : changes) {
            after = change.apply(after);
        }
        return after;
    }

    @Test
    void a_database_that_makes_names_upper_case_is_refused() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:")) {
            assertThatThrownBy(() -> dialect().server(connection))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("add ;DATABASE_TO_LOWER=TRUE to the URL");
        }
    }
}
