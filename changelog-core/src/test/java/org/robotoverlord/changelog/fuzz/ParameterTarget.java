package org.robotoverlord.changelog.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.robotoverlord.changelog.App;
import org.robotoverlord.changelog.DraftRequest;
import org.robotoverlord.changelog.Robot;
import org.robotoverlord.changelog.Surroundings;
import org.robotoverlord.changelog.schema.Name;

/**
 * What stands in a POM or is typed behind {@code -D} and has a grammar, a line each: names of changelogs, answers to questions, globs,
 * names of schemas.
 */
final class ParameterTarget implements FuzzTarget {
    private static final String BEFORE = """
            changes:
              - createEnum: {name: user_role, values: [citizen, boss, gone]}
              - createTable: {name: "odd, \\"name\\"", columns: {id: bigint, mail: text}}
              - createTable: {name: users, columns: {id: bigint, mail: text, role: user_role}}
              - createTable: {name: articles, columns: {id: bigint, body: text}}
            """;

    private static final String AFTER = """
            enums: {user_role: [citizen, overlord]}
            tables:
              "odd, \\"name\\"": {columns: {id: bigint, "e=mail": text}}
              users: {columns: {id: bigint, email: text, role: user_role, verified: {type: boolean, nullable: false}}}
              posts: {columns: {id: bigint, body: {type: text, nullable: false}}}
            """;

    private static final List<String> LINES = List.of(
            "add posts\nusers.mail:email,articles:posts,user_role.boss:overlord\nusers.verified=false,posts.body={sql: id::text}\nuser_role.gone:citizen\nusers*\naudit.{a,b}\npublic\nlog",
            "x\nnone\nnone\n\n\n\n\n",
            "Größe é\n\"odd, \"\"name\"\"\".mail:\"e=mail\",none\nposts.body='a, b',none\nuser_role.gone:\"citizen\"\n**\n[a-z]?\nUpper\na.b");

    private final Path folder;

    /** @param folder an empty one, in which a project is made */
    ParameterTarget(Path folder) {
        this.folder = folder;
        write("models/all.yaml", AFTER);
        write("changelogs/1_20260101000000_x.yaml", BEFORE);
    }

    private void write(String file, String text) {
        try {
            Files.createDirectories(folder.resolve(file).getParent());
            Files.writeString(folder.resolve(file), text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public String name() {
        return "parameter";
    }

    @Override
    public void take(byte[] input) {
        List<String> lines = new ArrayList<>(List.of(new String(input, UTF_8).split("\n", 8)));
        while (lines.size() < 8) {
            lines.add("");
        }
        App app = new App(
                "models",
                folder,
                folder.resolve("models"),
                folder.resolve("changelogs"),
                given(lines.get(6)),
                Optional.empty(),
                given(lines.get(7)).map(Name::of).orElse(Name.of("robot_migrations")),
                Map.of(),
                given(lines.get(4)).stream().toList(),
                given(lines.get(5)).stream().toList());
        new Robot(app, new Surroundings(Clock.systemUTC(), "ann", "1", Duration.ofSeconds(1)))
                .draft(
                        new DraftRequest(
                                given(lines.get(0)),
                                given(lines.get(1)),
                                given(lines.get(2)),
                                given(lines.get(3)),
                                true),
                        Optional.empty());
    }

    private static Optional<String> given(String line) {
        return Optional.of(line).filter(text -> !text.isEmpty());
    }

    @Override
    public boolean isTold(String problem) {
        return !problem.isBlank();
    }

    @Override
    public List<byte[]> seeds() {
        return Corpus.bytes(LINES);
    }
}
