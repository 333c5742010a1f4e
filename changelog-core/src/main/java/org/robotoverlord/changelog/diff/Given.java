package org.robotoverlord.changelog.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Setting;

/** The answers that one parameter gave beforehand, and what each of them was used for. */
final class Given {
    private final String parameter;
    private final String example;
    private final Setting setting;
    private final List<Pair> pairs = new ArrayList<>();
    private boolean none;

    private record Pair(String text, List<String> left, String right, Set<String> uses) {}

    /**
     * @param parameter as it was typed: {@code -Drename}
     * @param joint what stands between the sides of a pair
     * @param example a pair, to show how one is written
     * @param text what was given: pairs with commas between them; the word {@code none} at the end says that there are no more
     */
    Given(String parameter, char joint, String example, Optional<String> text, Setting setting) {
        this.parameter = parameter;
        this.example = example;
        this.setting = setting;
        List<String> items = text.filter(given -> !given.isBlank())
                .map(given -> GivenText.split(given, ','))
                .orElse(List.of());
        for (int i = 0; i < items.size(); i++) {
            String item = items.get(i).strip();
            if (item.equals("none") && i == items.size() - 1) {
                none = true;
            } else {
                add(item, joint);
            }
        }
    }

    private void add(String item, char joint) {
        String left = GivenText.split(item, joint).get(0);
        if (left.isBlank() || left.length() == item.length()) {
            throw new Problem(parameter + " has '" + item + "', which is no pair; write " + parameter + "=" + example
                    + ", and end the list in none where there are no more");
        }
        List<String> parts = Name.parts(left.strip());
        if (find(parts).isPresent()) {
            throw new Problem(parameter + " answers for '" + left + "' twice; keep one");
        }
        pairs.add(new Pair(item, parts, item.substring(left.length() + 1).strip(), new TreeSet<>()));
    }

    private Optional<Pair> find(List<String> left) {
        List<String> wanted = withoutHome(left);
        return pairs.stream()
                .filter(pair -> pair.left.equals(left) || withoutHome(pair.left).equals(wanted))
                .findFirst();
    }

    /** The same joined name without the app's own schema. */
    List<String> withoutHome(List<String> parts) {
        boolean home = parts.size() > 1 && parts.get(0).equals(setting.home());
        return home ? parts.subList(1, parts.size()) : parts;
    }

    /** What was given for the joined name of these parts; doesn't count as used. */
    Optional<String> look(List<String> left) {
        return find(left).map(Pair::right);
    }

    /** What was given for the joined name of these parts, and is used for that. */
    Optional<String> use(List<String> left, String what) {
        Optional<Pair> pair = find(left);
        pair.ifPresent(found -> found.uses.add(what));
        return pair.map(Pair::right);
    }

    /** Whether {@code none} was given: what isn't answered is answered by that. */
    boolean isNone() {
        return none;
    }

    /** What was given and fits nothing, or fits several things. */
    List<Problem> misfits() {
        List<Problem> misfits = new ArrayList<>();
        for (Pair pair : pairs) {
            if (pair.uses.isEmpty()) {
                misfits.add(new Problem(parameter + " has '" + pair.text
                        + "', which fits nothing in this difference; take it out, or mend its names"));
            } else if (pair.uses.size() > 1) {
                misfits.add(new Problem(parameter + " has '" + pair.text + "', which fits two things: "
                        + String.join(" and ", pair.uses) + "; write a renamedFrom in the model instead"));
            }
        }
        return misfits;
    }
}
