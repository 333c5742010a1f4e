package org.robotoverlord.changelog.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.robotoverlord.changelog.TestPostgres;
import org.robotoverlord.changelog.model.ModelFile;
import org.robotoverlord.changelog.model.YamlModels;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Setting;

/** A database made by SQL, and what a model would say of it. */
final class LiveDatabase implements AutoCloseable {
    static final Setting SETTING = new Setting("public", PostgresTypes.BUILT_IN);

    private final Connection connection;

    private LiveDatabase(Connection connection) {
        this.connection = connection;
    }

    static LiveDatabase of(String sql) throws SQLException {
        return of(TestPostgres.NEWEST, sql);
    }

    static LiveDatabase of(int major, String sql) throws SQLException {
        LiveDatabase database = new LiveDatabase(DriverManager.getConnection(TestPostgres.freshDatabase(major)));
        database.run(sql);
        return database;
    }

    /** That a database made by SQL reads as a model says. */
    static void assertReads(String sql, String yaml) throws SQLException {
        try (LiveDatabase database = of(sql)) {
            database.assertReadsAs(yaml);
        }
    }

    /** The schema that a model says. */
    static Schema model(String yaml) {
        return model(SETTING, yaml);
    }

    static Schema model(Setting setting, String yaml) {
        ModelFile file = new ModelFile("model.yaml", yaml.getBytes(StandardCharsets.UTF_8));
        return new YamlModels(List.of(file), Name.of("robot_migrations"), name -> true)
                .read(setting)
                .schema();
    }

    Connection connection() {
        return connection;
    }

    void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    String ask(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? row.getString(1) : null;
        }
    }

    /** What is read beside the schemas that the model declares. */
    Schema read(Schema like) throws SQLException {
        return new PostgresIntrospector().read(connection, like.setting(), like.schemas(), name -> true);
    }

    void assertReadsAs(String yaml) throws SQLException {
        assertReadsAs(model(yaml));
    }

    void assertReadsAs(Schema expected) throws SQLException {
        Schema read = read(expected);
        assertThat(read.tables()).as("tables").isEqualTo(expected.tables());
        assertThat(read).isEqualTo(expected);
        for (Name table : read.tables().keySet()) {
            assertThat(read.problems(table)).as("problems of " + table).isEmpty();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
