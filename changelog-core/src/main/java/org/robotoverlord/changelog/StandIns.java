package org.robotoverlord.changelog;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.robotoverlord.changelog.changelog.Changelog;
import org.robotoverlord.changelog.history.SchemaAt;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.run.Database;
import org.robotoverlord.changelog.schema.ForeignKey;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Table;

/** What stands in, on a throw-away database, for what others make: tables that external foreign keys point to, roles of policies. */
final class StandIns {
    private final Map<Name, Map<String, String>> columns = new LinkedHashMap<>();
    private final Map<Name, Set<List<String>>> keys = new LinkedHashMap<>();
    private final Set<String> roles = new LinkedHashSet<>();

    /**
     * @param line the changelogs that need them
     * @param empty the schema before the first
     */
    StandIns(List<Changelog> line, Schema empty) {
        Schema schema = empty;
        for (Changelog changelog : line) {
            schema = SchemaAt.after(List.of(changelog), schema);
            for (Table table : schema.tables().values()) {
                table.foreignKeys().values().stream()
                        .filter(ForeignKey::external)
                        .forEach(key -> note(table, key));
                table.policies().values().forEach(policy -> roles.addAll(policy.to()));
            }
        }
    }

    private void note(Table table, ForeignKey key) {
        Map<String, String> types = columns.computeIfAbsent(key.references(), none -> new LinkedHashMap<>());
        for (int i = 0; i < key.to().size(); i++) {
            types.putIfAbsent(
                    key.to().get(i), table.column(key.columns().get(i)).type().toString());
        }
        keys.computeIfAbsent(key.references(), none -> new LinkedHashSet<>()).add(key.to());
    }

    /** Makes each that isn't there, tables with the columns that are pointed to. */
    void make(Database database) {
        roles.stream()
                .flatMap(role -> database.dialect().createRole(role).stream())
                .forEach(database::execute);
        columns.forEach((name, types) -> database.execute(table(database, name, types, keys.get(name))));
    }

    /** @throws Problem if one lies in another schema, which may be a database of somebody's */
    void requireHome() {
        columns.keySet().stream()
                .filter(name -> name.schema().isPresent())
                .findFirst()
                .ifPresent(name -> {
                    throw new Problem("a foreign key points to '" + name
                            + "', which lies in another database of the server that is set, and none is touched."
                            + " Try these changelogs on a server of your own with robot:upgrade and robot:downgrade.");
                });
    }

    /** Whether a table is none of them. */
    boolean isNone(Name table) {
        return !columns.containsKey(table);
    }

    private static String table(Database database, Name name, Map<String, String> types, Set<List<String>> keys) {
        String columns = types.entrySet().stream()
                .map(column -> database.dialect().identifier(column.getKey()) + " " + column.getValue())
                .collect(Collectors.joining(", "));
        String uniques = keys.stream()
                .map(key -> ", unique ("
                        + key.stream().map(database.dialect()::identifier).collect(Collectors.joining(", ")) + ")")
                .collect(Collectors.joining());
        return "create table " + database.dialect().qualified(name, database.home()) + " (" + columns + uniques + ")";
    }
}
