package org.robotoverlord.changelog.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.robotoverlord.changelog.Eventually;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.change.ChangeExample;
import org.robotoverlord.changelog.change.ChangeExamples;
import org.robotoverlord.changelog.change.CreateTable;
import org.robotoverlord.changelog.change.HostileExamples;
import org.robotoverlord.changelog.change.Insert;
import org.robotoverlord.changelog.change.NeededFill;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.schema.Column;
import org.robotoverlord.changelog.schema.ColumnType;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Table;
import org.robotoverlord.changelog.schema.TableBody;
import org.robotoverlord.changelog.schema.Value;

/**
 * What every dialect must pass, on real servers: its SQL is the one that was read and found good, it does to a database what a change
 * does to a schema, its reverse takes that back, names and literals are what they were, and one run at a time has the lock.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class DialectContract {
    private static final boolean WRITE = "write".equals(System.getProperty("robot.goldens"));
    /** {@code -Drobot.examples=rename-} tries those whose name holds it, while one works on them. */
    private static final String ONLY = System.getProperty("robot.examples", "");

    private final Map<Integer, Trial> trials = new HashMap<>();

    /** The dialect. */
    protected abstract Dialect dialect();

    /** The major versions of servers that it is tried on. */
    protected abstract List<Integer> majors();

    /** A connection to an empty database on a server of a version. */
    protected abstract Connection open(int major) throws SQLException;

    /** What does within a transaction what its end would, but for keeping anything. */
    protected abstract List<String> likeACommit();

    /** Another connection to the database that a connection leads to. */
    protected abstract Connection another(Connection connection) throws SQLException;

    /** The server that SQL is written for where it is compared with what was found good. */
    protected Server newest() {
        return dialect().newest();
    }

    /** The folder of the SQL that was found good. */
    protected String goldens() {
        return dialect().name();
    }

    /** Whether an example is tried at all. */
    protected boolean isTried(ChangeExample example) {
        return true;
    }

    /** Whether servers of a version can do what an example shows, where others can. */
    protected boolean does(int major, ChangeExample example) {
        return true;
    }

    /** What examples are given, without what the database has nothing like. */
    protected List<Change> asFarAsItCan(List<Change> given) {
        return given;
    }

    /** Whether the lock of one migration table leaves those of others in the database free. */
    protected boolean locksEachTableByItself() {
        return true;
    }

    /** How long a text is tried. */
    protected int longestText() {
        return 1_000_000;
    }

    @AfterAll
    void close() throws SQLException {
        for (Trial trial : trials.values()) {
            trial.close();
        }
    }

    List<ChangeExample> examples() {
        return ChangeExamples.all().stream()
                .filter(example -> example.name().contains(ONLY) && isTried(example))
                .toList();
    }

    Stream<Arguments> examplesOnServers() {
        return majors().stream()
                .flatMap(major -> examples().stream()
                        .filter(example -> refusal(example).isEmpty() && does(major, example))
                        .map(example -> Arguments.of(major, own(example))));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void its_sql_is_the_one_that_was_found_good(ChangeExample example) throws IOException {
        Path golden = Path.of("src/test/resources/sql", goldens(), example.name() + ".sql");
        String written = refusal(example)
                .map(message -> "-- " + example.change().describe() + "\n-- refused: " + message + "\n")
                .orElseGet(() -> script(own(example)));
        if (WRITE) {
            Files.createDirectories(golden.getParent());
            Files.writeString(golden, written);
        }
        assertThat(golden).content(StandardCharsets.UTF_8).isEqualTo(written);
    }

    @Test
    void no_sql_is_kept_of_examples_that_are_gone() throws IOException {
        Set<String> known = ChangeExamples.all().stream()
                .map(example -> example.name() + ".sql")
                .collect(Collectors.toSet());
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/sql", goldens()))) {
            assertThat(files.map(file -> file.getFileName().toString())).allMatch(known::contains);
        }
    }

    /** The example over what is given as far as the database can. */
    private ChangeExample own(ChangeExample example) {
        return new ChangeExample(
                example.name(),
                asFarAsItCan(example.given()),
                example.change(),
                example.since(),
                dialect().names(newest()));
    }

    /** Why the database can't do what an example shows, with the way out. */
    private Optional<String> refusal(ChangeExample example) {
        ChangeExample own = own(example);
        try {
            script(own);
            script(own.given(), ChangeExample.empty());
            return Optional.empty();
        } catch (Unsupported refused) {
            return Optional.of(refused.getMessage());
        } catch (Problem aboutWhatIsLeftOut) {
            try {
                script(example);
                script(example.given(), ChangeExample.empty());
            } catch (Unsupported refused) {
                return Optional.of(refused.getMessage());
            }
            throw aboutWhatIsLeftOut;
        }
    }

    private String script(ChangeExample example) {
        Change reverse = example.change().reverse(example.before());
        return "-- " + example.change().describe() + "\n" + script(example.change(), example.before())
                + "\n-- and back: " + reverse.describe() + "\n" + script(reverse, example.after());
    }

    private String script(Change change, Schema before) {
        return script(List.of(change), before);
    }

    private String script(List<Change> changes, Schema before) {
        return dialect().statements(changes, before, newest()).stream()
                .map(statement ->
                        (statement.transactional() ? "" : "-- outside a transaction\n") + statement.sql() + ";\n")
                .collect(Collectors.joining());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("examplesOnServers")
    void it_does_to_a_database_what_it_does_to_a_schema_and_takes_it_back(int major, ChangeExample example)
            throws SQLException {
        Trial trial = trial(major);
        Schema before = example.before();
        try {
            trial.given(example.given(), asFarAsItCan(ChangeExamples.forum()));
            trial.run(List.of(example.change()), before);
            trial.assertIs(example.after());
            trial.run(List.of(example.change().reverse(before)), example.after());
            trial.assertIs(before);
        } finally {
            trial.forget();
        }
    }

    private Trial trial(int major) throws SQLException {
        Trial known = trials.get(major);
        if (known == null || known.isSpent()) {
            known = new Trial(dialect(), open(major), likeACommit());
            trials.put(major, known);
        }
        return known;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "it's",
                "\"quoted\"",
                "back\\slash",
                "a\nline",
                "\\x00",
                "E'\\n'",
                "$$",
                "",
                "émoji 🤖",
                "--",
                ";",
                "?",
                "${x}"
            })
    void a_literal_and_a_name_are_what_they_were(String text) throws SQLException {
        for (int major : majors()) {
            Trial trial = trial(major);
            String query = "select " + dialect().literal(text);
            assertThat(trial.ask(query)).isEqualTo(text);
            if (!text.isEmpty()) {
                requireName(trial, text);
            }
            trial.forget();
        }
    }

    private void requireName(Trial trial, String text) throws SQLException {
        String name;
        try {
            name = dialect().identifier(text);
        } catch (Unsupported refused) {
            assertThat(refused).hasMessageContaining(text);
            return;
        }
        assertThat(trial.nameOf("select 1 as " + name)).isEqualTo(text);
    }

    Stream<Arguments> hostileExamplesOnServers() {
        int major = majors().get(majors().size() - 1);
        return HostileExamples.all().stream()
                .filter(example -> example.name().contains(ONLY))
                .filter(example -> refusal(example).isEmpty() && does(major, example))
                .map(example -> Arguments.of(major, example));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("hostileExamplesOnServers")
    void names_and_texts_are_data_in_every_kind_of_change(int major, ChangeExample example) throws SQLException {
        Trial trial = trial(major);
        ChangeExample own = own(example);
        try {
            trial.given(own.given(), asFarAsItCan(HostileExamples.given()));
            trial.run(List.of(own.change()), own.before());
            trial.assertIs(own.after());
            trial.run(List.of(own.change().reverse(own.before())), own.after());
            trial.assertIs(own.before());
        } finally {
            trial.forget();
        }
    }

    @Test
    void a_very_long_text_is_kept_and_a_long_one_as_a_default() throws SQLException {
        String longest = HostileExamples.TEXT.repeat(longestText() / HostileExamples.TEXT.length());
        String usual = HostileExamples.TEXT.replace("\ud83e\udd16", "é").repeat(80);
        List<Change> given = List.of(new CreateTable(
                Name.of("long"),
                TableBody.of(
                        Name.of("long"),
                        Table.EMPTY.withColumns(Map.of(
                                "body",
                                Column.of(ColumnType.of("text")).withDefault(Optional.of(Value.literal(usual))))))));
        for (int major : majors()) {
            Trial trial = trial(major);
            trial.given(given, given);
            trial.assertIs(ChangeExample.after(given));
            trial.run(
                    List.of(new Insert(
                            Name.of("long"), List.of(Map.of("body", Value.literal(longest))), List.of("none"), false)),
                    ChangeExample.after(given));
            assertThat(trial.ask("select body from " + dialect().identifier("long")))
                    .isEqualTo(longest);
            trial.forget();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\x00'); drop table users; --", "\\x'", "\\xzz", "\\x0", "x'00'"})
    void what_spells_no_bytes_is_a_text_as_any_other(String text) {
        assertThat(dialect().literal(ColumnType.of("binary"), text))
                .isEqualTo(dialect().literal(text));
    }

    @Test
    void nothing_with_the_character_nul_becomes_sql() {
        assertThatThrownBy(() -> dialect().literal("a\0b"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("NUL");
        assertThatThrownBy(() -> dialect().identifier("a\0b"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("NUL");
    }

    @Test
    void rows_that_need_a_value_are_found() throws SQLException {
        for (int major : majors()) {
            Trial trial = trial(major);
            List<Change> forum = asFarAsItCan(ChangeExamples.forum());
            trial.given(forum, forum);
            assertThat(trial.ask(lookFor("users", "bio", true))).isEqualTo("1");
            assertThat(trial.ask(lookFor("users", "email", true))).isNull();
            assertThat(trial.ask(lookFor("users", "new", false))).isEqualTo("1");
            trial.forget();
        }
    }

    private String lookFor(String table, String column, boolean exists) {
        NeededFill needed = NeededFill.of(Name.of(table), column, exists, Optional.empty());
        return dialect().rowsToFill(needed, ChangeExample.empty());
    }

    @Test
    void one_run_at_a_time_has_the_lock() throws SQLException {
        RunLock lock = dialect().lock();
        for (int major : majors()) {
            try (Connection one = open(major);
                    Connection other = another(one)) {
                assertThat(lock.holder(other, "home", "journal")).isEmpty();
                assertThat(lock.tryTake(one, "home", "journal")).isTrue();
                assertThat(lock.tryTake(other, "home", "journal")).isFalse();
                assertThat(lock.holder(other, "home", "journal")).isNotEmpty();
                assertThat(lock.tryTake(other, "home", "journal_of_another_app"))
                        .isEqualTo(locksEachTableByItself());
                lock.release(one, "home", "journal");
                assertThat(lock.tryTake(other, "home", "journal")).isTrue();
            }
        }
    }

    @Test
    void a_guard_holds_in_the_session_that_has_the_lock_alone() throws SQLException {
        for (int major : majors()) {
            RunLock lock = dialect().lock();
            try (Connection one = open(major);
                    Connection other = another(one)) {
                lock.tryTake(one, "home", "journal");
                if (lock.guard().isPresent()) {
                    execute(one, lock.guard().get());
                    assertThatThrownBy(() -> execute(other, lock.guard().get())).isInstanceOf(SQLException.class);
                }
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void the_lock_goes_with_its_connection() throws Exception {
        RunLock lock = dialect().lock();
        for (int major : majors()) {
            try (Connection other = open(major)) {
                Connection one = another(other);
                assertThat(lock.tryTake(one, "home", "journal")).isTrue();
                one.close();
                Eventually.is("the lock is free", () -> taken(lock, other));
            }
        }
    }

    private static boolean taken(RunLock lock, Connection connection) {
        try {
            return lock.tryTake(connection, "home", "journal");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Test
    void a_server_says_its_version() throws SQLException {
        for (int major : majors()) {
            try (Connection connection = open(major)) {
                assertThat(dialect().server(connection).major()).isEqualTo(major);
            }
        }
    }

    @Test
    void it_is_found_by_its_name() {
        assertThat(Dialects.named(dialect().name())).hasSameClassAs(dialect());
    }

    @Test
    void the_home_is_made_once_or_refused() throws SQLException {
        for (int major : majors()) {
            Trial trial = trial(major);
            try {
                trial.execute(dialect().createHome("it's \"my\" $$ home"));
                trial.execute(dialect().createHome("it's \"my\" $$ home"));
            } catch (Unsupported refused) {
                assertThat(refused).hasMessageContaining("<schema>");
            }
            trial.forget();
        }
    }
}
