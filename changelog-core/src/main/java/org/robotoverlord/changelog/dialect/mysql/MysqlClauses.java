package org.robotoverlord.changelog.dialect.mysql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.dialect.Statement;
import org.robotoverlord.changelog.schema.Name;

/** The clauses of one ALTER TABLE, and what in the catalogue tells that it is done. */
final class MysqlClauses {
    private static final List<String> NOT_PLAIN =
            List.of(" generated always as (", " default (", " default current_timestamp", " auto_increment");

    private final Name table;
    private final MysqlPhrases write;
    private final List<String> clauses = new ArrayList<>();
    private final Set<String> foreignKeys = new LinkedHashSet<>();
    private Optional<String> evidence = Optional.empty();
    private boolean aboutColumns;
    /** How many clauses leave readers and writers of the table alone, as both servers document. */
    private int quiet;

    MysqlClauses(Name table, MysqlPhrases write) {
        this.table = table;
        this.write = write;
    }

    boolean isEmpty() {
        return clauses.isEmpty();
    }

    /** Whether a column comes, goes or is changed. */
    boolean isAboutColumns() {
        return aboutColumns;
    }

    /** Whether no foreign key is in both: one statement can't drop one and add another of its name. */
    boolean sharesNothingWith(MysqlClauses other) {
        return foreignKeys.stream().noneMatch(other.foreignKeys::contains);
    }

    /** These, and then others. */
    MysqlClauses and(MysqlClauses others) {
        MysqlClauses all = new MysqlClauses(table, write);
        for (MysqlClauses each : List.of(this, others)) {
            all.clauses.addAll(each.clauses);
            all.foreignKeys.addAll(each.foreignKeys);
            all.evidence = all.evidence.or(() -> each.evidence);
            all.aboutColumns |= each.aboutColumns;
            all.quiet += each.quiet;
        }
        return all;
    }

    private void add(String clause) {
        clauses.add(clause);
    }

    /** A clause that is done exactly where a query gives a row. */
    void add(String clause, String query) {
        clauses.add(clause);
        evidence = evidence.or(() -> Optional.of(query));
    }

    void dropForeignKey(String key) {
        foreignKeys.add(key);
        quiet++;
        add("drop foreign key " + write.name(key), MysqlEvidence.constraint(table, key, false));
    }

    void addForeignKey(String key, String words) {
        foreignKeys.add(key);
        add("add constraint " + write.name(key) + " " + words, MysqlEvidence.constraint(table, key, true));
    }

    /**
     * Keys that come, go, change or have another name.
     *
     * @param anew the columns that are made anew, and with them the keys over them
     */
    void keys(MysqlTable was, MysqlTable is, Set<String> anew) {
        Map<String, MysqlKey> gone = new LinkedHashMap<>(was.keys());
        gone.entrySet()
                .removeIf(key -> key.getValue().equals(is.keys().get(key.getKey())) && !over(key.getValue(), anew));
        Map<String, MysqlKey> come = new LinkedHashMap<>(is.keys());
        come.entrySet()
                .removeIf(key -> key.getValue().equals(was.keys().get(key.getKey())) && !over(key.getValue(), anew));
        for (Map.Entry<String, MysqlKey> key : Map.copyOf(gone).entrySet()) {
            Optional<String> to = come.entrySet().stream()
                    .filter(each -> each.getValue().equals(key.getValue())
                            && !each.getKey().equals(MysqlTable.PRIMARY)
                            && !was.keys().containsKey(each.getKey())
                            && !is.keys().containsKey(key.getKey()))
                    .map(Map.Entry::getKey)
                    .findFirst();
            if (to.isPresent() && !over(key.getValue(), anew)) {
                gone.remove(key.getKey());
                come.remove(to.get());
                quiet++;
                add(
                        "rename index " + write.name(key.getKey()) + " to " + write.name(to.get()),
                        MysqlEvidence.key(table, to.get(), true));
            }
        }
        gone.forEach((name, key) -> {
            String clause = name.equals(MysqlTable.PRIMARY) ? "drop primary key" : "drop index " + write.name(name);
            quiet += key.isSorted() ? 1 : 0;
            add(clause, come.containsKey(name), MysqlEvidence.key(table, name, false));
        });
        laterKeys = () -> come.forEach((name, key) -> {
            quiet += key.isSorted() ? 1 : 0;
            add("add " + key.words(name, write), gone.containsKey(name), MysqlEvidence.key(table, name, true));
        });
    }

    private Runnable laterKeys = () -> {};

    private static boolean over(MysqlKey key, Set<String> columns) {
        return key.columns().stream().anyMatch(columns::contains);
    }

    /** A clause that tells nothing where its counterpart stands beside it. */
    private void add(String clause, boolean replaced, String query) {
        if (replaced) {
            add(clause);
        } else {
            add(clause, query);
        }
    }

    /** Columns that come, go or change; the keys that come follow them. */
    void columns(MysqlTable was, MysqlTable is, Set<String> anew) {
        int known = clauses.size();
        was.columns().forEach((name, words) -> {
            if (!is.columns().containsKey(name)) {
                quiet += isPlain(words) ? 1 : 0;
                add("drop column " + write.name(name), MysqlEvidence.column(table, name, false));
            } else if (anew.contains(name)) {
                add("drop column " + write.name(name));
            }
        });
        for (String name : is.changedColumns(was)) {
            if (!anew.contains(name)) {
                add("modify column " + write.name(name) + " " + is.columns().get(name));
            }
        }
        is.columns().forEach((name, words) -> {
            if (!was.columns().containsKey(name)) {
                quiet += isPlain(words) ? 1 : 0;
                add("add column " + write.name(name) + " " + words, MysqlEvidence.column(table, name, true));
            } else if (anew.contains(name)) {
                add("add column " + write.name(name) + " " + words);
            }
        });
        aboutColumns = clauses.size() > known;
        laterKeys.run();
    }

    /** Whether nothing is reckoned of a column, so that it comes and goes without a look at rows that lasts. */
    private static boolean isPlain(String words) {
        return NOT_PLAIN.stream().noneMatch(words::contains);
    }

    /**
     * Forgets that its clauses are quiet, where the table has keys other than sorted ones, another engine, or no primary key, in whose
     * place the server may take a unique one: such a table it copies under a lock.
     */
    void hush(MysqlTable was, MysqlTable is) {
        boolean usual = Stream.of(was, is)
                .allMatch(each -> each.keys().containsKey(MysqlTable.PRIMARY)
                        && !each.options().containsKey("engine")
                        && each.keys().values().stream().noneMatch(MysqlKey::isOfAnotherKind));
        quiet = usual ? quiet : 0;
    }

    void checks(MysqlTable was, MysqlTable is) {
        was.checks().forEach((name, words) -> {
            if (!words.equals(is.checks().get(name))) {
                add(dropCheck(name), is.checks().containsKey(name), MysqlEvidence.constraint(table, name, false));
            }
        });
        is.checks().forEach((name, words) -> {
            if (!words.equals(was.checks().get(name))) {
                add(addCheck(name, words), was.checks().containsKey(name), MysqlEvidence.constraint(table, name, true));
            }
        });
    }

    /** A check that goes and comes again, as the server asks before a column of it gets another name. */
    void checkAnew(String name, String words) {
        clauses.add(0, dropCheck(name));
        add(addCheck(name, words));
    }

    /** A column that is said whole again. */
    void modify(String name, String words) {
        aboutColumns = true;
        add("modify column " + write.name(name) + " " + words);
    }

    /** A column that is said whole again, and gets its place after another. */
    void modifyAfter(String name, String words, String other) {
        String clause = "modify column " + write.name(name) + " " + words;
        clauses.remove(clause);
        modify(name, words + " after " + write.name(other));
    }

    private String dropCheck(String name) {
        return (write.isMariadb() ? "drop constraint " : "drop check ") + write.name(name);
    }

    private String addCheck(String name, String words) {
        return "add constraint " + write.name(name) + " check " + words;
    }

    void options(MysqlTable was, MysqlTable is) {
        was.options().forEach((option, value) -> {
            if (!is.options().containsKey(option)) {
                add(option + " = " + MysqlStorage.usual(option));
            }
        });
        is.options().forEach((option, value) -> {
            if (!value.equals(was.options().get(option))) {
                add(option + " = " + value);
            }
        });
    }

    /** The statement; none where there is no clause. */
    Optional<Statement> statement(List<Change> serves) {
        if (clauses.isEmpty()) {
            return Optional.empty();
        }
        String between = clauses.size() == 1 ? " " : "\n  ";
        String lock = quiet == clauses.size() ? clauses.size() == 1 ? ", lock = none" : ",\n  lock = none" : "";
        String sql = "alter table " + write.name(table) + between + String.join(",\n  ", clauses) + lock;
        return Optional.of(Statement.outside(sql, serves, evidence));
    }
}
