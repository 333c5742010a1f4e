package org.robotoverlord.changelog.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.robotoverlord.changelog.changelog.Changelog;
import org.robotoverlord.changelog.changelog.ChangelogId;
import org.robotoverlord.changelog.changelog.ChangelogReader;
import org.robotoverlord.changelog.changelog.ChangelogWriter;

/** One file of a changelog: what was read is written so that the same is read again. */
final class ChangelogTarget implements FuzzTarget {
    private static final ChangelogId ID =
            ChangelogId.parse("1_20260101000000_x").orElseThrow();

    @Override
    public String name() {
        return "changelog";
    }

    @Override
    public void take(byte[] input) {
        Changelog read = ChangelogReader.read(ID, Places.PATH, input);
        if (!read.changes().isEmpty()) {
            String text = ChangelogWriter.text(read.description(), read.parent(), read.plainChanges());
            Changelog again = ChangelogReader.read(ID, "written anew", text.getBytes(UTF_8));
            if (!again.plainChanges().equals(read.plainChanges())
                    || !again.checksum().equals(read.checksum())) {
                throw new IllegalStateException("it was written as\n" + text);
            }
        }
    }

    @Override
    public boolean isTold(String problem) {
        return Places.isTold(problem);
    }

    @Override
    public List<byte[]> seeds() {
        return Corpus.bytes(Corpus.changelogs());
    }
}
