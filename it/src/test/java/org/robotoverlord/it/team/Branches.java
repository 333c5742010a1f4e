package org.robotoverlord.it.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.robotoverlord.changelog.AskedLines;
import org.robotoverlord.changelog.Checked;
import org.robotoverlord.changelog.Draft;
import org.robotoverlord.changelog.DraftRequest;
import org.robotoverlord.changelog.NamedLines;
import org.robotoverlord.changelog.Rebase;
import org.robotoverlord.changelog.Robot;
import org.robotoverlord.changelog.changelog.Changelog;
import org.robotoverlord.changelog.changelog.ChangelogId;
import org.robotoverlord.changelog.changelog.ChangelogReader;
import org.robotoverlord.changelog.diff.RandomSchemas;
import org.robotoverlord.changelog.history.History;
import org.robotoverlord.changelog.history.SchemaAt;
import org.robotoverlord.changelog.problem.Finding;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.run.StatementFailed;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Setting;
import org.robotoverlord.it.generated.Somebody;

/**
 * Some people who each change made-up models in a branch of their own, write a changelog and apply it to a database of their own;
 * then the branches are merged in any order, and every database follows.
 */
final class Branches {
    private static final DraftRequest REQUEST =
            new DraftRequest(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), true);

    private static final int MOST_TABLES = 4;

    private final Checkout checkout;
    private final Random random;
    private final Map<Integer, Schema> wished = new HashMap<>();
    private final Map<Integer, String> ids = new HashMap<>();
    private final Map<Integer, PersonalDatabase> databases = new HashMap<>();

    /** @param folder an empty one */
    Branches(Path folder, long seed, int people) throws GitAPIException, IOException {
        RandomSchemas schemas = new RandomSchemas(seed).withoutExtensions();
        this.checkout = Checkout.init(folder);
        this.random = new Random(seed);
        Schema base = schemas.next();
        while (base.tables().size() > MOST_TABLES || base.tables().isEmpty()) {
            base = schemas.next();
        }
        checkout.models(base);
        draft(0, base);
        checkout.commit("base");
        for (int person = 1; person <= people; person++) {
            checkout.branch("b" + person, "main");
            wished.put(person, schemas.after(base));
            checkout.models(wished.get(person));
            int of = person;
            draft(person, base, wished.get(person)).ifPresent(id -> ids.put(of, id));
            checkout.commit("b" + person);
            databases.put(person, new PersonalDatabase());
            databases.get(person).upgrade(checkout.robot(0));
        }
    }

    private Optional<String> draft(int person, Schema... known) {
        Robot robot = checkout.robot(person);
        Optional<Draft> draft = robot.draft(REQUEST, Optional.of(somebody(known)));
        draft.ifPresent(robot::write);
        return draft.map(each -> each.id().toString());
    }

    private Somebody somebody(Schema... known) {
        return new Somebody(random, question -> true, known);
    }

    /** Those whose models changed anything. */
    List<Integer> people() {
        return ids.keySet().stream().sorted().toList();
    }

    /**
     * What a new database is when the branches were merged in an order.
     *
     * @param live as it is there; empty where it refused what git made of the models: the text of a view may name what is gone
     * @param clean whether everybody's changelog stayed what it was, and no order mattered
     */
    record End(Optional<Schema> live, boolean clean) {}

    /** Merges the branches, lets each database follow, and requires all of them to be what a new one is. */
    End merged(List<Integer> order) throws GitAPIException, IOException {
        checkout.branch("m" + order.toString().replaceAll("\\W", ""), "b" + order.get(0));
        boolean clean = true;
        for (int person : order.subList(1, order.size())) {
            Schema before = made();
            checkout.merge("b" + person);
            requireMarkersToBeTold();
            clean &= rebased(person, before);
            checkout.commit("rebase b" + person);
        }
        assertThat(checkout.robot(0).conflicts()).isEmpty();
        assertThat(checkout.robot(0).check(EnumSet.allOf(Checked.class)))
                .extracting(Finding::text)
                .noneMatch(text -> text.contains("are ahead"));
        Schema made = made();
        PersonalDatabase fresh = new PersonalDatabase();
        try {
            fresh.upgrade(checkout.robot(0));
        } catch (StatementFailed refused) {
            assertThat(clean).as(refused.getMessage()).isFalse();
            return new End(Optional.empty(), false);
        }
        Schema live = fresh.live(made);
        for (int person : order) {
            PersonalDatabase own = databases.get(person).copy();
            if (own.follow(checkout.robot(0), clean)) {
                assertThat(own.live(made))
                        .as("the database of %s after %s", person, order)
                        .isEqualTo(live);
                assertThat(own.ids()).isEqualTo(fresh.ids());
            }
            own.drop();
        }
        fresh.drop();
        return new End(Optional.of(live), clean);
    }

    private void requireMarkersToBeTold() {
        if (checkout.hasMarkers()) {
            assertThat(checkout.robot(0).check(EnumSet.allOf(Checked.class)))
                    .extracting(Finding::text)
                    .anyMatch(text -> text.contains("git couldn't merge this"));
        }
    }

    /** As a person would: what isn't merged well is written by hand, which is what both made, or else what one of them did. */
    private boolean rebased(int person, Schema before) {
        Optional<Boolean> byGit = tried(person);
        if (byGit.isPresent()) {
            return byGit.get();
        }
        Optional<Schema> both = both(person);
        checkout.models(both.orElseGet(() -> random.nextBoolean() ? before : wished.get(person)));
        boolean clean = tried(person).orElseThrow();
        assertThat(clean).isEqualTo(both.isPresent());
        return clean;
    }

    /** @return whether all stayed what it was; empty where it was stopped, with nothing changed */
    private Optional<Boolean> tried(int person) {
        Map<String, String> files = checkout.changelogs();
        Robot robot = checkout.robot(0);
        try {
            Rebase rebase = robot.rebase(
                    named(person), REQUEST, Optional.of(somebody(wished.values().toArray(Schema[]::new))));
            robot.write(rebase);
            boolean same = rebase.moves().stream()
                    .noneMatch(move -> move.rewritten() || move.to().isEmpty());
            return Optional.of(same && rebase.notes().stream().noneMatch(note -> note.contains("The order matters")));
        } catch (Problem stopped) {
            assertThat(checkout.changelogs()).isEqualTo(files);
            return Optional.empty();
        }
    }

    private NamedLines named(int person) {
        return new NamedLines(ids.get(person), "-Dname", new AskedLines(Optional.empty()));
    }

    /** What both lines make, if the order doesn't matter. */
    private Optional<Schema> both(int person) {
        try {
            Rebase rebase = checkout.robotWithoutModels().rebase(named(person), REQUEST, Optional.empty());
            Map<String, String> files = checkout.changelogs();
            rebase.moves().forEach(move -> {
                files.remove(move.from() + ".yaml");
                files.put(move.to().orElseThrow() + ".yaml", move.text());
            });
            return Optional.of(made(files));
        } catch (Problem orderMatters) {
            return Optional.empty();
        }
    }

    private Schema made() {
        return made(checkout.changelogs());
    }

    private static Schema made(Map<String, String> files) {
        Setting setting = PersonalDatabase.setting();
        List<Changelog> all = files.entrySet().stream()
                .map(file -> ChangelogReader.read(
                        ChangelogId.ofFile(file.getKey()).orElseThrow(),
                        file.getKey(),
                        file.getValue().getBytes(StandardCharsets.UTF_8)))
                .toList();
        return SchemaAt.head(History.of(all, setting), setting);
    }

    void drop() {
        databases.values().forEach(PersonalDatabase::drop);
        checkout.close();
    }
}
