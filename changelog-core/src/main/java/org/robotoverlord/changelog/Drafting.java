package org.robotoverlord.changelog;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.change.Sql;
import org.robotoverlord.changelog.changelog.Changelog;
import org.robotoverlord.changelog.changelog.ChangelogFile;
import org.robotoverlord.changelog.changelog.ChangelogId;
import org.robotoverlord.changelog.changelog.ChangelogWriter;
import org.robotoverlord.changelog.changelog.PlacedChange;
import org.robotoverlord.changelog.dialect.Dialect;
import org.robotoverlord.changelog.dialect.Dialects;
import org.robotoverlord.changelog.dialect.Unsupported;
import org.robotoverlord.changelog.diff.Answers;
import org.robotoverlord.changelog.diff.Asker;
import org.robotoverlord.changelog.diff.Decisions;
import org.robotoverlord.changelog.diff.Differ;
import org.robotoverlord.changelog.diff.Difference;
import org.robotoverlord.changelog.diff.Past;
import org.robotoverlord.changelog.history.Conflict;
import org.robotoverlord.changelog.history.History;
import org.robotoverlord.changelog.history.SchemaAt;
import org.robotoverlord.changelog.model.ModelSource;
import org.robotoverlord.changelog.model.YamlModels;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.problem.Problems;
import org.robotoverlord.changelog.problem.Unmerged;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Setting;
import org.robotoverlord.changelog.schema.Value;
import org.robotoverlord.changelog.yaml.YamlNode;
import org.robotoverlord.changelog.yaml.YamlReader;

/** Makes the next changelog: the models minus what the changelogs make. */
final class Drafting {
    private final App app;
    private final AppFiles files;
    private final Dialect dialect;
    private final Setting setting;
    private final Managed managed;

    Drafting(App app, AppFiles files, Dialect dialect, Setting setting) {
        this.app = app;
        this.files = files;
        this.dialect = dialect;
        this.setting = setting;
        this.managed = new Managed(app.include(), app.exclude());
    }

    /**
     * What the changelogs and the models say, as far as they can be read.
     *
     * @param history the changelogs, in a line
     * @param before what they make, as far as the app manages it
     * @param ofChangelogs what is wrong with the changelogs
     * @param models what should be
     * @param ofModels what is wrong with the models
     */
    record Sources(
            Optional<History> history,
            Optional<Schema> before,
            List<Problem> ofChangelogs,
            Optional<ModelSource.Models> models,
            List<Problem> ofModels) {
        /** @throws Problem with all that is wrong in either */
        Sources whole() {
            List<Problem> found = new ArrayList<>(ofChangelogs);
            found.addAll(ofModels);
            Problems.throwIfAny(found);
            return this;
        }

        /** What git couldn't merge of the models: it comes first, as they say what the changelogs are to make. */
        List<Problem> unmerged() {
            return ofModels.stream().filter(Unmerged.class::isInstance).toList();
        }

        boolean isWhole() {
            return ofChangelogs.isEmpty() && ofModels.isEmpty();
        }

        private Schema made() {
            return before.orElseThrow();
        }
    }

    /** What differs between changelogs and models that are whole, decided by whom is given. */
    Difference difference(Sources sources, Decisions decisions) {
        Past past = Past.of(setting, sources.history().orElseThrow().changes().toList());
        ModelSource.Models models = sources.models().orElseThrow();
        return new Differ(decisions, past).diff(sources.made(), models.schema(), models.hints());
    }

    /**
     * Refuses another history of the same schema in which what the models say of old names would mean something else: a rename that
     * is done may be none of it.
     *
     * @throws Problem with what the models say
     */
    void requireSameHints(History history, History other) {
        if (!files.hasModelsFolder()) {
            return;
        }
        ModelSource.Models models = models();
        Schema before = managed.of(SchemaAt.head(history, setting));
        if (!models.hints().isEmpty() && !found(history, before, models).equals(found(other, before, models))) {
            throw new Problem(
                    "the models say 'renamedFrom' of renames that are done, and of which the squash would know"
                            + " nothing, so robot:migrate would take them for new ones. Take them out of the models first:\n"
                            + models.hints().stream()
                                    .map(hint -> "  "
                                            + hint.place()
                                                    .map(place -> place + ": ")
                                                    .orElse("") + "renamedFrom: " + hint.from())
                                    .collect(Collectors.joining("\n")));
        }
    }

    /** What differs between a history and the models; a text where that can't be told. */
    private Object found(History history, Schema before, ModelSource.Models models) {
        try {
            Past past = Past.of(setting, history.changes().toList());
            return new Differ(Adoption.NO_DECISIONS, past)
                    .diff(before, models.schema(), models.hints())
                    .changes();
        } catch (Problem problem) {
            return problem.getMessage();
        }
    }

    /** The changelogs, in a line and able to happen. */
    History history() {
        History history = history(files.changelogs());
        SchemaAt.head(history, setting);
        return history;
    }

    private History history(List<ChangelogFile> files) {
        History history = History.read(files, setting);
        List<Problem> found = new ArrayList<>();
        for (Changelog changelog : history.line()) {
            for (PlacedChange placed : changelog.changes()) {
                try {
                    if (placed.change() instanceof Sql sql) {
                        Dialects.requireKnown(sql);
                    }
                } catch (Problem unknown) {
                    found.add(placed.locate(unknown));
                }
            }
        }
        Problems.throwIfAny(found);
        return history;
    }

    /** The changelogs and the models, of which each may be broken. */
    Sources sources() {
        if (!files.hasModelsFolder()) {
            throw new Problem("there is no folder of models, '" + files.shown(app.models())
                    + "', so every table would be dropped. Make the folder, or set <models> to where the models are.");
        }
        // Each takes a core.
        CompletableFuture<ModelSource.Models> reading = CompletableFuture.supplyAsync(this::models);
        List<Problem> ofChangelogs = new ArrayList<>();
        List<Problem> ofModels = new ArrayList<>();
        Optional<History> history = Optional.empty();
        Optional<Schema> before = Optional.empty();
        Optional<ModelSource.Models> models = Optional.empty();
        try {
            history = Optional.of(history(files.changelogs()));
            before = Optional.of(managed.of(SchemaAt.head(history.get(), setting)));
        } catch (Problem broken) {
            ofChangelogs.addAll(Problems.of(broken));
        }
        try {
            models = Optional.of(reading.join());
        } catch (CompletionException thrown) {
            if (!(thrown.getCause() instanceof Problem broken)) {
                throw thrown;
            }
            ofModels.addAll(Problems.of(broken));
        }
        return new Sources(history, before, ofChangelogs, models, ofModels);
    }

    /** Puts what git couldn't merge of the models before the forks that were found, as a rebase needs them. */
    Problem withUnmerged(Problem found) {
        boolean forks = Problems.of(found).stream().anyMatch(Conflict.class::isInstance);
        if (!forks || !files.hasModelsFolder()) {
            return found;
        }
        List<Problem> all = new ArrayList<>(sources().unmerged());
        all.add(found);
        try {
            Problems.throwIfAny(all);
            return found;
        } catch (Problem together) {
            return together;
        }
    }

    private ModelSource.Models models() {
        return new YamlModels(files.models(), app.migrationTable(), managed).read(setting);
    }

    /** The next changelog; empty where nothing differs. */
    Optional<Draft> draft(DraftRequest request, Optional<Asker> asker, Instant now) {
        Optional<String> name = request.name().map(ChangelogId::name);
        Answers.Typed typed = new Answers.Typed(request.rename(), request.fill(), request.map());
        Answers answers = new Answers(setting, typed, Drafting::value, asker);
        Sources sources = sources().whole();
        History history = sources.history().orElseThrow();
        Difference difference = difference(sources, answers);
        if (difference.isEmpty()) {
            return Optional.empty();
        }
        requireConsent(difference, request, asker);
        requireAble(difference.changes(), sources.made());
        ChangelogId id = ChangelogId.of(history.nextNumber(), now, name.orElseGet(() -> slug(difference.changes())));
        String text =
                ChangelogWriter.text(Optional.of(description(id, difference)), parent(history), difference.changes());
        return Optional.of(new Draft(
                id,
                text,
                drafted(difference),
                difference.warnings().stream().map(Problem::getMessage).toList()));
    }

    /** Tells what the app's dialect can't do, and in which change: no file holds it yet. */
    void requireAble(List<Change> changes, Schema before) {
        try {
            dialect.statements(changes, before, dialect.newest(app.dialect().orElse(dialect.name())));
        } catch (Unsupported unsupported) {
            throw new Problem(unsupported
                            .change()
                            .map(change -> "can't " + change.describe() + ": ")
                            .orElse("")
                    + unsupported.getMessage());
        }
    }

    /** The next changelog, which waits for its changes. */
    Draft empty(DraftRequest request, Instant now) {
        History history = history();
        ChangelogId id = ChangelogId.of(
                history.nextNumber(), now, ChangelogId.name(request.name().orElse("by_hand")));
        String text = ChangelogWriter.emptyText(Optional.of(sentence(id.name())), parent(history));
        return new Draft(id, text, List.of(), List.of());
    }

    private static Optional<String> parent(History history) {
        return history.head().map(changelog -> changelog.id().toString());
    }

    private static List<Draft.DraftedChange> drafted(Difference difference) {
        return difference.steps().stream()
                .map(step -> new Draft.DraftedChange(step.change().describe(), step.loses()))
                .toList();
    }

    /** Asks for consent where data would be lost. */
    static void requireConsent(Difference difference, DraftRequest request, Optional<Asker> asker) {
        if (!difference.losesData() || request.allowDataLoss()) {
            return;
        }
        List<String> losses = difference.steps().stream()
                .flatMap(step ->
                        step.loses().stream().map(lost -> "  " + step.change().describe() + " loses " + lost))
                .toList();
        String told = String.join("\n", losses);
        if (asker.isEmpty()) {
            throw new Problem("data would be lost:\n" + told + "\nRun again with -DallowDataLoss if that is meant.");
        }
        if (!asker.get().yes("Data would be lost:\n" + told + "\nGo on [False]", false)) {
            throw new Problem("nothing was written, since data would be lost:\n" + told
                    + "\nRun again and consent, or with -DallowDataLoss, if that is meant.");
        }
    }

    /** What a changelog is called that nobody named: after one change, after two, or after the first of more. */
    static String slug(List<Change> changes) {
        String first = changes.get(0).slug();
        String slug = switch (changes.size()) {
            case 1 -> first;
            case 2 -> first + "_and_" + changes.get(1).slug();
            default -> first + "_and_more";
        };
        return ChangelogId.name(slug);
    }

    /** What a changelog is described as where nobody did. */
    static String description(ChangelogId id, Difference difference) {
        String losses = difference.steps().stream()
                .flatMap(step -> step.loses().stream())
                .collect(Collectors.joining("; "));
        return sentence(id.name()) + (losses.isEmpty() ? "" : " Loses " + losses + ".");
    }

    /** Whether a changelog is described by such words, and none of a person's own. */
    static boolean isDescribedByName(Changelog changelog) {
        String sentence = sentence(changelog.id().name());
        return changelog
                .description()
                .filter(told -> told.strip().equals(sentence) || told.startsWith(sentence + " Loses "))
                .isPresent();
    }

    private static String sentence(String name) {
        String words = name.replace('_', ' ').strip();
        return words.isEmpty() ? name : Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
    }

    /** A value as it is typed after {@code -Dfill}: a YAML scalar, or {@code {sql: …}}. */
    static Value value(String typed) {
        YamlReader reader = new YamlReader();
        Optional<YamlNode> node;
        try {
            node = YamlReader.parse("-Dfill", typed.getBytes(StandardCharsets.UTF_8));
        } catch (Problem broken) {
            throw new Problem("'" + typed + "' is no value (" + broken.text() + "); write a scalar or {sql: …}");
        }
        List<Problem> found = new ArrayList<>();
        Optional<Value> value = node.flatMap(is -> reader.read(is, Value.class, "a fill"));
        found.addAll(reader.problems());
        if (!found.isEmpty()) {
            throw new Problem(found.get(0).text());
        }
        return value.orElse(Value.NULL);
    }
}
