package org.robotoverlord.it.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.robotoverlord.changelog.MysqlServer;

/** A MariaDB with the settings that it comes with. */
final class MariadbPlace implements Place {
    private static final String DATABASE = "bench";

    private final MysqlServer server;

    /** @param folder for its data */
    MariadbPlace(Path folder) throws IOException {
        this.server = MysqlServer.durableMariadb(folder.resolve("mariadb"));
    }

    @Override
    public String title() {
        return "MariaDB 11.4";
    }

    @Override
    public Wording wording() {
        return Wording.MARIADB;
    }

    @Override
    public String empty() throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.url(""));
                Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists " + DATABASE);
            statement.execute("create database " + DATABASE + " character set utf8mb4");
        }
        return url();
    }

    @Override
    public String url() {
        return server.url(DATABASE);
    }

    @Override
    public void close() {
        server.close();
    }
}
