package org.robotoverlord.changelog;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.changelog.Changelog;
import org.robotoverlord.changelog.diff.Answers;
import org.robotoverlord.changelog.diff.Asker;
import org.robotoverlord.changelog.diff.Decisions;
import org.robotoverlord.changelog.diff.Differ;
import org.robotoverlord.changelog.diff.Difference;
import org.robotoverlord.changelog.diff.Past;
import org.robotoverlord.changelog.model.ModelSource;
import org.robotoverlord.changelog.model.YamlModels;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Setting;

/** The models as they are after a merge, held against changelogs that are to make them. */
final class Merged {
    private final ModelSource.Models models;
    private final Setting setting;
    private final Managed managed;

    private Merged(ModelSource.Models models, Setting setting, Managed managed) {
        this.models = models;
        this.setting = setting;
        this.managed = managed;
    }

    /**
     * Reads the models; empty where there is no folder of them.
     *
     * @throws org.robotoverlord.changelog.problem.Problem with all that is broken in them
     */
    static Optional<Merged> of(App app, AppFiles files, Setting setting) {
        if (!files.hasModelsFolder()) {
            return Optional.empty();
        }
        Managed managed = new Managed(app.include(), app.exclude());
        return Optional.of(new Merged(
                new YamlModels(files.models(), app.migrationTable(), managed).read(setting), setting, managed));
    }

    /** Whether a schema that changelogs make is what they say. */
    boolean isMadeBy(Schema made) {
        return managed.of(made).equals(models.schema());
    }

    /** What they say more, or other, than a schema that changelogs make, a line a change. */
    String difference(Schema made) {
        return new Differ(Adoption.NO_DECISIONS, Past.NONE)
                .diff(managed.of(made), models.schema(), List.of()).changes().stream()
                        .map(change -> "\n  " + change.describe())
                        .collect(Collectors.joining());
    }

    /**
     * What has to happen after changelogs so that they make what the models say, decided as {@code robot:migrate} does; nobody has
     * consented to it yet.
     *
     * @param line the changelogs
     * @param made what they make
     * @param helped who decides before anybody is asked
     */
    Difference after(
            List<Changelog> line,
            Schema made,
            UnaryOperator<Decisions> helped,
            DraftRequest request,
            Optional<Asker> asker) {
        Answers.Typed typed = new Answers.Typed(request.rename(), request.fill(), request.map());
        Decisions decisions = helped.apply(new Answers(setting, typed, Drafting::value, asker));
        List<Change> happened = line.stream()
                .flatMap(changelog -> changelog.plainChanges().stream())
                .toList();
        return new Differ(decisions, Past.of(setting, happened))
                .diff(managed.of(made), models.schema(), models.hints());
    }
}
