package org.robotoverlord.changelog.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.change.ChangeExample;
import org.robotoverlord.changelog.change.ChangeExamples;
import org.robotoverlord.changelog.changelog.ChangelogId;
import org.robotoverlord.changelog.changelog.ChangelogReader;
import org.robotoverlord.changelog.dialect.Dialect;
import org.robotoverlord.changelog.dialect.Dialects;
import org.robotoverlord.changelog.diff.Answers;
import org.robotoverlord.changelog.diff.Asker;
import org.robotoverlord.changelog.diff.Differ;
import org.robotoverlord.changelog.diff.Difference;
import org.robotoverlord.changelog.diff.Past;
import org.robotoverlord.changelog.model.ModelSource;
import org.robotoverlord.changelog.model.ModelWriter;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Value;

/** Changelogs and models: what differs is written, read again, applied in memory, and made SQL of for every database. */
final class DiffTarget implements FuzzTarget {
    private static final ChangelogId ID =
            ChangelogId.parse("1_20260101000000_x").orElseThrow();

    private static final Asker YES = new Asker() {
        @Override
        public boolean yes(String question, boolean usual) {
            return true;
        }

        @Override
        public String text(String question) {
            return "";
        }
    };

    @Override
    public String name() {
        return "diff";
    }

    @Override
    public void take(byte[] input) {
        Folder folder = Folder.of(input);
        byte[] written = folder.files().getOrDefault("models.yaml", new byte[0]);
        ModelSource.Models models = ModelTarget.read("models.yaml", written);
        Schema before = HistoryTarget.replayed(folder);
        Answers answers = new Answers(ModelTarget.SETTING, Answers.Typed.NOTHING, text -> Value.NULL, Optional.of(YES));
        Difference difference = new Differ(answers, Past.of(ModelTarget.SETTING, List.of()))
                .diff(before, models.schema(), models.hints());
        if (difference.isEmpty()) {
            return;
        }
        requireRead(difference.changes());
        requireSql(difference.changes(), before);
    }

    private static void requireRead(List<Change> changes) {
        byte[] text = HistoryTarget.text(changes).getBytes(UTF_8);
        if (!ChangelogReader.read(ID, "drafted", text).plainChanges().equals(changes)) {
            throw new IllegalStateException("it isn't read as it was drafted:\n" + new String(text, UTF_8));
        }
    }

    private static void requireSql(List<Change> changes, Schema before) {
        for (String name : List.of("postgresql", "mariadb", "mysql", "sqlite", "h2")) {
            Dialect dialect = Dialects.named(name);
            try {
                dialect.statements(changes, before, dialect.newest(name));
            } catch (Problem refused) {
                // What one database can't do the others are asked all the same.
            }
        }
    }

    @Override
    public boolean isTold(String problem) {
        return true;
    }

    @Override
    public List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>();
        for (ChangeExample example : ChangeExamples.all()) {
            Map<String, String> files = new LinkedHashMap<>();
            files.put("1_20260101000000_x.yaml", HistoryTarget.text(example.given()));
            files.put("models.yaml", new ModelWriter(example.after()).text());
            seeds.add(Folder.bytes(files));
        }
        return seeds;
    }
}
