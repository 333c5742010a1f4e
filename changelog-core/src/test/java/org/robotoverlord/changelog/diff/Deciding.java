package org.robotoverlord.changelog.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Value;

/** Decides as a test wants it, and remembers what it was asked. */
public final class Deciding implements Decisions {
    private final List<String> asked = new ArrayList<>();
    private final Predicate<RenamePair> renames;
    private boolean happened;
    private Map<String, Value> fills = Map.of();
    private Map<String, String> maps = Map.of();

    private Deciding(Predicate<RenamePair> renames) {
        this.renames = renames;
    }

    public static Deciding yes() {
        return new Deciding(pair -> true);
    }

    public static Deciding no() {
        return new Deciding(pair -> false);
    }

    public static Deciding by(Predicate<RenamePair> renames) {
        return new Deciding(renames);
    }

    /** Of a difference that is there already. */
    Deciding ofWhatHappened() {
        happened = true;
        return this;
    }

    @Override
    public boolean happened() {
        return happened;
    }

    Deciding fills(Map<String, Value> given) {
        fills = given;
        return this;
    }

    Deciding maps(Map<String, String> given) {
        maps = given;
        return this;
    }

    List<String> asked() {
        return asked;
    }

    @Override
    public boolean isRename(RenamePair pair) {
        asked.add(pair.question());
        return renames.test(pair);
    }

    @Override
    public Optional<Value> fill(FillNeed need) {
        asked.add((need.required() ? "fill " : "way back ") + need.shown() + " "
                + need.becomes().type());
        return Optional.ofNullable(fills.get(need.shown()));
    }

    @Override
    public Optional<String> instead(Name enumType, String gone, List<String> left) {
        asked.add("map " + enumType + "." + gone + " to one of " + left);
        return Optional.ofNullable(maps.get(gone));
    }
}
