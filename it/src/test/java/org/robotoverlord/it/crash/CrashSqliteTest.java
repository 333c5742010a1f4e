package org.robotoverlord.it.crash;

/** Runs die on SQLite. */
class CrashSqliteTest extends Crashes {
    @Override
    Subject subject() {
        return new SqliteSubject(folder, "delete");
    }
}
