package org.robotoverlord.changelog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.robotoverlord.changelog.changelog.Changelog;
import org.robotoverlord.changelog.changelog.ChangelogFile;
import org.robotoverlord.changelog.dialect.Dialect;
import org.robotoverlord.changelog.dialect.Dialects;
import org.robotoverlord.changelog.diff.Asker;
import org.robotoverlord.changelog.diff.Difference;
import org.robotoverlord.changelog.history.Forks;
import org.robotoverlord.changelog.history.History;
import org.robotoverlord.changelog.history.Replacing;
import org.robotoverlord.changelog.history.SchemaAt;
import org.robotoverlord.changelog.history.Squash;
import org.robotoverlord.changelog.plan.AppliedRow;
import org.robotoverlord.changelog.plan.Direction;
import org.robotoverlord.changelog.plan.Plan;
import org.robotoverlord.changelog.plan.PlannedChangelog;
import org.robotoverlord.changelog.plan.Rewritten;
import org.robotoverlord.changelog.plan.Standing;
import org.robotoverlord.changelog.plan.State;
import org.robotoverlord.changelog.plan.Target;
import org.robotoverlord.changelog.problem.Finding;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.problem.Problems;
import org.robotoverlord.changelog.problem.Severity;
import org.robotoverlord.changelog.run.Database;
import org.robotoverlord.changelog.run.Executor;
import org.robotoverlord.changelog.run.Progress;
import org.robotoverlord.changelog.run.Retrying;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Setting;

/**
 * The one door: what can be done with an app's models, changelogs and database. The Maven plugin asks it, and so may a Java program
 * at its start. It sees the changelogs as they were when it first looked, save what it writes itself.
 */
public final class Robot {
    private final App app;
    private final Surroundings around;
    private final AppFiles files;
    private final Dialect dialect;
    private final Precaution precaution;

    /**
     * @param app whose files these are
     * @param around what is read at the door
     * @throws Problem if there is no dialect of the app's name
     */
    public Robot(App app, Surroundings around) {
        this.app = app;
        this.around = around;
        this.files = new AppFiles(app);
        this.dialect = app.dialect().map(Dialects::named).orElseGet(Dialects::embedded);
        this.precaution = Precaution.NONE;
    }

    private Robot(Robot other, AppFiles files) {
        this.app = other.app;
        this.around = other.around;
        this.files = files;
        this.dialect = other.dialect;
        this.precaution = Precaution.NONE;
    }

    private Robot(Robot other, Precaution precaution) {
        this.app = other.app;
        this.around = other.around;
        this.files = other.files;
        this.dialect = other.dialect;
        this.precaution = precaution;
    }

    /** The same, which does something before each run that changes a database. */
    public Robot first(Precaution something) {
        return new Robot(this, something);
    }

    /** Whether there is anything to work with: a folder of models, or a changelog. */
    public boolean hasFiles() {
        return files.hasModelsFolder() || hasChangelogs();
    }

    /** Whether there is a changelog. */
    public boolean hasChangelogs() {
        return !files.changelogs().isEmpty();
    }

    /**
     * The next changelog: the models minus what the changelogs make. Nothing is written.
     *
     * @param asker who is asked what is open; empty where nobody can be
     * @return empty where nothing differs
     * @throws Problem for whatever the user can mend, open questions included
     */
    public Optional<Draft> draft(DraftRequest request, Optional<Asker> asker) {
        return drafting().draft(request, asker, around.clock().instant());
    }

    /** The next changelog, which waits for its changes. Nothing is written. */
    public Draft emptyDraft(DraftRequest request) {
        return drafting().empty(request, around.clock().instant());
    }

    /** Writes a draft, whole or not at all; gives its file as the user would name it. */
    public String write(Draft draft) {
        return files.shown(files.write(draft.id(), draft.text()));
    }

    /**
     * How changelogs that make no line become one. Nothing is written.
     *
     * @param whose says which of several lines stays
     * @param request answers for what has to be rewritten, as a draft takes them
     * @param asker who is asked what is open then; empty where nobody can be
     * @throws Problem with what is in the way; then nothing is to be done
     */
    public Rebase rebase(Whose whose, DraftRequest request, Optional<Asker> asker) {
        return new Rebasing(files.changelogs(), setting(), Merged.of(app, files, setting()), request, asker).run(whose);
    }

    /** Writes what becomes of the files, all of it in the end: {@link #finishRebase} goes on where this was stopped. */
    public void write(Rebase rebase) {
        if (!rebase.isEmpty()) {
            files.swap(rebase.moves());
        }
    }

    /**
     * Finishes a {@link #write(Rebase)} that was stopped.
     *
     * @return whether there was one
     */
    public boolean finishRebase() {
        return files.finishSwap();
    }

    /**
     * Looks at the changelogs and the models without a database; the models of an app without their folder aren't missed.
     *
     * @param parts which of the two
     * @return all that is wrong with them, and the changes that the models are ahead by
     */
    public List<Finding> check(Set<Checked> parts) {
        return checking().files(parts);
    }

    /**
     * Looks at how a database stands with the changelogs that are here.
     *
     * @param pending what a changelog weighs that isn't applied; empty where that is nothing to tell
     * @return that, and what would keep an upgrade from being done
     */
    public List<Finding> check(Database database, Optional<Severity> pending) {
        return checking().database(at(database)::standing, pending);
    }

    private Checking checking() {
        return new Checking(app, files, drafting(), squashing());
    }

    /**
     * One changelog in the place of many. Nothing is written.
     *
     * @throws Problem for whatever the user can mend
     */
    public Squash squash(SquashRequest request) {
        return squashing().squash(request, around.clock().instant());
    }

    /**
     * Proves on a throw-away database that a squash leads where the changelogs do that it replaces.
     *
     * @param bench an empty one
     * @return how many rows were compared, beside the schemas
     * @throws Problem where it leads elsewhere, with what differs
     */
    public long prove(Squash squash, Workbench bench) {
        List<Changelog> line = drafting().history().line();
        Squashing squashing = squashing();
        return new Proving(
                        this::with, bench, squash, squashing.before(squash, line), line, Schema.empty(setting()), own())
                .run(squashing.file(squash), Proving.replaced(squash, files.changelogs()));
    }

    /** Writes a squash, whole or not at all; gives its file as the user would name it. */
    public String write(Squash squash) {
        return files.shown(files.write(squash.id(), squash.text()));
    }

    /**
     * The files that squashes stand in for.
     *
     * @param database empty where none is set
     * @throws Problem where a squash isn't what it replaces, or the database hasn't taken it as run yet
     */
    public List<ChangelogFile> prunable(Optional<Database> database) {
        return squashing().prunable(ran(database));
    }

    /**
     * Deletes files that {@link #prunable} gave.
     *
     * @throws Problem for the first that isn't what was read any more; it stays, and those after it
     */
    public void prune(List<ChangelogFile> prunable) {
        prunable.forEach(files::delete);
    }

    private List<AppliedRow> ran(Optional<Database> database) {
        return database.map(there -> at(there).rows(Progress.NONE)).orElse(List.of());
    }

    private Squashing squashing() {
        return new Squashing(files, drafting(), setting());
    }

    /** The same, with changelogs that needn't be on the disk. */
    private Robot with(List<ChangelogFile> changelogs) {
        return new Robot(this, new AppFiles(app, changelogs));
    }

    private Drafting drafting() {
        return new Drafting(app, files, dialect, setting());
    }

    /**
     * Writes a first changelog and applies it, or with {@code fake} only records it once the database is found to be what it makes.
     * Where that fails, the file is taken away again, unless the database has something of it or can't be asked.
     */
    public Plan initDb(Database database, Draft draft, boolean fake, Progress progress) {
        AppDatabase at = at(database);
        return new Beginning(files, draft)
                .run(at, () -> fake ? adopted(at, progress) : upgrade(database, Target.USUAL, progress));
    }

    private Plan adopted(AppDatabase at, Progress progress) {
        Database database = at.database();
        Schema wished = SchemaAt.head(drafting().history(), at.setting());
        Adoption.requireEqual(database, wished, own());
        database.leftOut(wished, own()).forEach(left -> progress.note("not compared: " + left));
        return recordOnly(database, Target.USUAL, progress);
    }

    /** The app's tables: those it manages, but not the migration table, nor that of another app in another schema. */
    private Predicate<Name> own() {
        Managed managed = new Managed(app.include(), app.exclude());
        Name journal = Schema.empty(setting()).local(app.migrationTable());
        return table -> managed.test(table) && !table.local().equals(journal.local());
    }

    /**
     * Models of what a database holds. Nothing is written.
     *
     * @param tables the tables that are looked at; empty for all that the app manages
     * @throws Problem if one isn't there
     */
    public Inspection inspect(Database database, List<String> tables) {
        return at(database).looking().inspect(tables);
    }

    /**
     * Writes models into the app's folder, whole or not at all.
     *
     * @return the files as the user would name them
     * @throws Problem if one of them is there already; then none is written
     */
    public List<String> write(Inspection inspection) {
        return files.writeModels(inspection.files()).stream().map(files::shown).toList();
    }

    /**
     * How a database differs from what its applied changelogs make: the changes that happened to it since.
     *
     * @throws Problem where an applied changelog isn't here as it was
     */
    public Difference drift(Database database) {
        return at(database).looking().drift(at(database).standing());
    }

    /** What {@link #drift} doesn't look at, object by object: what models have no words for. */
    public List<String> uncompared(Database database) {
        return at(database).looking().uncompared(at(database).standing());
    }

    /**
     * Proves the changelogs on a throw-away database: each up, filled with rows, down, and up again, compared at every stop.
     *
     * @param bench an empty one
     * @param since a number or an id; what comes after it is tried, all where it is empty or 0
     * @param tell is told of each changelog that holds
     * @throws Problem for the first that doesn't, with what differs
     */
    public void verify(Workbench bench, Optional<String> since, Consumer<Verified> tell) {
        History history = drafting().history();
        long floor = since.filter(version -> !version.equals("0"))
                .map(version -> history.find(version).id().number())
                .orElse(0L);
        new Verifying(this, bench, history.line(), Schema.empty(setting()), own(), tell).run(floor);
    }

    /** Empties a database: everything in it goes. Whoever calls this has asked. */
    public void clean(Database database) {
        database.have(around.patience());
        try (Retrying retrying = Retrying.of(database, Progress.NONE)) {
            retrying.run("the database", database::empty);
        }
    }

    /**
     * Applies what is pending.
     *
     * @param progress is told of each changelog as it is done
     * @return what was done, in order; empty where nothing was to be done
     * @throws Problem for whatever the user can mend; a changelog that failed was rolled back, those before it stay
     */
    public Plan upgrade(Database database, Target target, Progress progress) {
        try {
            return new Running(at(database), Direction.UP, target)
                    .run(plan -> true, precaution, progress, Executor::run);
        } catch (Problem problem) {
            throw drafting().withUnmerged(problem);
        }
    }

    /**
     * Takes applied changelogs back.
     *
     * @param consent asked with the plan before anything is done, and again where another run made it a plan of other changelogs
     * @return what was done, in order; empty where nothing was to be done or consent wasn't given
     * @throws Problem for whatever the user can mend; a changelog that failed was rolled back, those before it stay
     */
    public Plan downgrade(Database database, Target target, Predicate<Plan> consent, Progress progress) {
        return new Running(at(database), Direction.DOWN, target).run(consent, precaution, progress, Executor::run);
    }

    /** Records pending changelogs as applied without running them. */
    public Plan recordOnly(Database database, Target target, Progress progress) {
        return new Running(at(database), Direction.UP, target)
                .run(plan -> true, precaution, progress, Running.RECORDING);
    }

    /** What an upgrade or a downgrade would do, as a script; empty text where there is nothing to do. */
    public String script(Database database, Direction direction, Target target) {
        return new Running(at(database), direction, target).script();
    }

    private AppDatabase at(Database database) {
        return new AppDatabase(app, files, around, home(), own(), database);
    }

    /** What a hand-edited or interrupted past left in a database, and what mends it. Nothing is changed. */
    public Diagnosis diagnose(Database database) {
        return new Mending(at(database), own()).diagnosis();
    }

    /**
     * Repairs what was found and is agreed to. What is no longer so once the lock is held is left alone.
     *
     * @param repairs some of those that {@link #diagnose} found, in their order
     * @param tell takes a line for each, of what was done
     */
    public void repair(Database database, List<Repair> repairs, Progress progress, Consumer<String> tell) {
        if (!repairs.isEmpty()) {
            new Mending(at(database), own()).run(repairs, progress, tell);
        }
    }

    /**
     * Every changelog, oldest first, and how it stands. Those that make no line are shown too, with what keeps them from it.
     *
     * @param database empty where none is set: then nothing counts as applied
     * @throws Problem with all that is broken in the files
     */
    public List<HistoryEntry> history(Optional<Database> database) {
        Standing standing = standing(database);
        Map<String, String> conflicts = conflicts();
        List<Rewritten> rewritten = standing.rewritten();
        return standing.entries().stream()
                .map(entry -> historyEntry(entry, rewritten, Optional.ofNullable(conflicts.get(entry.id()))))
                .toList();
    }

    /**
     * How changelogs that make no line fail to, in a few words, by their ids.
     *
     * @throws Problem with all that is broken in the files
     */
    public Map<String, String> conflicts() {
        return Forks.marks(Replacing.of(History.parsed(files.changelogs())).line());
    }

    private HistoryEntry historyEntry(Standing.Entry entry, List<Rewritten> rewritten, Optional<String> conflict) {
        Optional<AppliedRow> row = entry.row();
        return new HistoryEntry(
                app.name(),
                entry.number(),
                entry.id(),
                entry.state(),
                row.map(AppliedRow::appliedAt),
                row.map(AppliedRow::appliedBy),
                row.map(AppliedRow::durationMs),
                entry.file()
                        .map(ChangelogFile::read)
                        .flatMap(changelog -> changelog.description())
                        .or(() -> writtenAnew(row, rewritten)),
                entry.file().map(ChangelogFile::read).flatMap(changelog -> changelog.parent()),
                conflict);
    }

    private static Optional<String> writtenAnew(Optional<AppliedRow> row, List<Rewritten> rewritten) {
        return rewritten.stream()
                .filter(anew -> row.filter(anew::has).isPresent())
                .map(anew -> "Written anew as " + anew.file().id())
                .findFirst();
    }

    /** The ids of what is pending, oldest first. */
    public List<String> heads(Optional<Database> database) {
        return standing(database).entries().stream()
                .filter(entry -> entry.state() == State.PENDING || entry.state() == State.INTERRUPTED)
                .map(Standing.Entry::id)
                .toList();
    }

    private Standing standing(Optional<Database> database) {
        return Standing.of(files.changelogs(), ran(database));
    }

    /**
     * Deletes the files of changelogs that were taken back.
     *
     * @throws Problem for each that isn't what was taken back any more; that one stays
     */
    public void deleteFiles(Plan takenBack) {
        List<Problem> found = new ArrayList<>();
        for (PlannedChangelog changelog : takenBack.changelogs()) {
            if (changelog.direction() == Direction.UP) {
                continue;
            }
            try {
                files.delete(changelog.file());
            } catch (Problem stays) {
                found.add(stays);
            }
        }
        Problems.throwIfAny(found);
    }

    private Setting setting() {
        return dialect.setting(home());
    }

    /** What the app's database speaks. */
    public Dialect dialect() {
        return dialect;
    }

    /** The app's own schema. */
    public String home() {
        return app.schema().orElse(dialect.defaultSchema());
    }
}
