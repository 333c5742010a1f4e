package org.robotoverlord.changelog.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.problem.Problems;
import org.robotoverlord.changelog.problem.Suggestion;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Setting;
import org.robotoverlord.changelog.schema.Value;

/**
 * Decides by what was answered beforehand ({@code -Drename}, {@code -Dfill}, {@code -Dmap}), then by asking; where there is nobody
 * to ask, it goes on with the likely answer, and {@link #finish} tells all questions at once. An object serves one diff.
 */
public final class Answers implements Decisions {
    private static final int MOST_TRIES = 3;

    private final Given renames;
    private final Given fills;
    private final Given maps;
    private final Function<String, Value> values;
    private final Optional<Asker> asker;
    private final OpenQuestions open = new OpenQuestions();
    private final List<Problem> misfits = new ArrayList<>();

    /**
     * What was typed beforehand.
     *
     * @param rename {@code users.mail:email,articles:posts}, by the tables' new names
     * @param fill {@code users.verified=false,…}
     * @param map {@code user_role.gone:citizen}
     */
    public record Typed(Optional<String> rename, Optional<String> fill, Optional<String> map) {
        /** Nothing. */
        public static final Typed NOTHING = new Typed(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * @param setting where names without a schema lie
     * @param typed what was answered beforehand
     * @param values reads a value as it is written in YAML; throws a {@code Problem} for what isn't one
     * @param asker who asks; empty where nobody can
     * @throws Problem for what was typed and can't be read
     */
    public Answers(Setting setting, Typed typed, Function<String, Value> values, Optional<Asker> asker) {
        this.renames = new Given("-Drename", ':', "users.mail:email", typed.rename, setting);
        this.fills = new Given("-Dfill", '=', "users.verified=false", typed.fill, setting);
        this.maps = new Given("-Dmap", ':', "user_role.gone:citizen", typed.map, setting);
        this.values = values;
        this.asker = asker;
    }

    @Override
    public boolean isSaid(RenamePair pair) {
        List<String> wanted = renames.withoutHome(pair.toParts());
        return renames.look(pair.fromParts())
                .filter(to -> renames.withoutHome(Name.parts(to)).equals(wanted))
                .isPresent();
    }

    @Override
    public boolean isRename(RenamePair pair) {
        if (isSaid(pair)) {
            renames.use(pair.fromParts(), pair.thing());
            return true;
        }
        if (renames.isNone() || renames.look(pair.fromParts()).isPresent()) {
            return false;
        }
        if (asker.isEmpty()) {
            open.add(pair.question(), "-Drename", pair.answer(), "nothing else is renamed");
            return true;
        }
        return asker.get().yes(pair.question(), true);
    }

    @Override
    public Optional<Value> fill(FillNeed need) {
        Optional<String> given = fills.use(need.parts(), need.shown());
        if (given.isPresent()) {
            return Optional.of(read(need, given.get()));
        }
        if (fills.isNone()) {
            return Optional.empty();
        }
        if (asker.isPresent()) {
            return ask(need, asker.get());
        }
        if (need.required()) {
            open.add(need.question(), "-Dfill", need.example(), "there are no such rows");
        }
        return Optional.empty();
    }

    private Value read(FillNeed need, String text) {
        try {
            return values.apply(text);
        } catch (Problem unreadable) {
            throw new Problem("fill of '" + need.shown() + "': " + unreadable.text());
        }
    }

    private Optional<Value> ask(FillNeed need, Asker person) {
        String question = need.question();
        for (int tries = 1; ; tries++) {
            String text = person.text(question);
            try {
                return text.isBlank() ? Optional.empty() : Optional.of(need.requireFit(read(need, text)));
            } catch (Problem misfit) {
                if (tries == MOST_TRIES) {
                    throw misfit;
                }
                question = misfit.text() + "\n" + need.question();
            }
        }
    }

    @Override
    public Optional<String> instead(Name enumType, String gone, List<String> left) {
        RenamePair value = RenamePair.ofValue(enumType, gone, gone);
        Optional<String> given = maps.use(value.fromParts(), value.thing());
        if (given.isPresent()) {
            return given.map(text -> Name.parts(text).get(0)).filter(text -> isLeft(text, enumType, left));
        }
        return maps.isNone() ? Optional.empty() : asker.flatMap(person -> ask(value.thing(), left, person));
    }

    private boolean isLeft(String instead, Name enumType, List<String> left) {
        if (!left.contains(instead)) {
            misfits.add(new Problem("-Dmap says '" + instead + "', but enum '" + enumType + "' will have no such value"
                    + Suggestion.of(instead, left) + "; take one of " + left));
        }
        return left.contains(instead);
    }

    private static Optional<String> ask(String value, List<String> left, Asker person) {
        String question = "What do rows of " + value + " become, one of " + left + " (Enter: there are none)?";
        for (int tries = 1; tries <= MOST_TRIES; tries++) {
            String text = person.text(question).strip();
            if (text.isEmpty() || left.contains(text)) {
                return Optional.of(text).filter(left::contains);
            }
        }
        throw new Problem("rows of " + value + " can become one of " + left + " only; take one of them");
    }

    /** @throws Problem for answers that fit nothing or two things, and for the questions that are open */
    @Override
    public void finish() {
        List<Problem> found = new ArrayList<>(misfits);
        found.addAll(renames.misfits());
        found.addAll(fills.misfits());
        found.addAll(maps.misfits());
        open.problem().ifPresent(found::add);
        Problems.throwIfAny(found);
    }
}
