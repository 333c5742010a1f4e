package org.robotoverlord.it.crash;

import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Runs die on SQLite with a write-ahead log, in the profile alone: the usual build has another much like it. */
@EnabledIfSystemProperty(named = "crash.every", matches = "[1-9].*")
class CrashSqliteLogTest extends Crashes {
    @Override
    Subject subject() {
        return new SqliteSubject(folder, "wal");
    }
}
