package org.robotoverlord.migrate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.robotoverlord.changelog.App;
import org.robotoverlord.changelog.problem.Problem;

/** Which of the POM's apps a goal acts on. */
final class AppSelection {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*");

    private final List<AppSettings> all;
    private final Optional<String> wanted;

    /**
     * @param configured the POM's apps; none for the one that there is without
     * @param wanted what {@code -Dapp} says
     * @throws Problem for an app without a name, with a name that makes no folder, or with another's
     */
    AppSelection(List<AppSettings> configured, Optional<String> wanted) {
        this.all = configured.isEmpty() ? List.of(AppSettings.named(App.DEFAULT_NAME)) : List.copyOf(configured);
        this.wanted = wanted;
        List<String> names = new ArrayList<>();
        for (AppSettings app : all) {
            if (!NAME.matcher(app.name()).matches()) {
                throw new Problem("an <app> has the name '" + app.name()
                        + "'; give it one of letters, digits, '_', '-' and '.', as folders are called by it");
            }
            if (names.contains(app.name())) {
                throw new Problem("two apps have the name '" + app.name() + "'; rename one of them");
            }
            names.add(app.name());
        }
    }

    List<String> names() {
        return all.stream().map(AppSettings::name).toList();
    }

    /** What {@code -Dapp} says. */
    Optional<String> wanted() {
        return wanted;
    }

    /** The app that is wanted, or all; none where the wanted one isn't there. */
    List<AppSettings> chosen() {
        return all.stream()
                .filter(app -> wanted.isEmpty() || wanted.get().equals(app.name()))
                .toList();
    }

    boolean isOne() {
        return wanted.isPresent() || all.size() == 1;
    }

    /**
     * The one app of a goal that writes files or takes back: the wanted one, the only one, or {@code models}.
     *
     * @throws Problem where that isn't said
     */
    AppSettings single(String goal) {
        String name = wanted.orElse(all.size() == 1 ? all.get(0).name() : App.DEFAULT_NAME);
        return all.stream()
                .filter(app -> app.name().equals(name))
                .findFirst()
                .orElseThrow(() -> several("robot:" + goal + " acts on one app"));
    }

    /**
     * Refuses a parameter that means one app where there are several.
     *
     * @throws Problem where {@code -Dapp} isn't given
     */
    void requireOneFor(String parameter) {
        if (!isOne()) {
            throw several(parameter + " is meant for one app");
        }
    }

    private Problem several(String what) {
        return new Problem(what + ", and there are several: " + String.join(", ", names()) + ". Say which, as in -Dapp="
                + names().get(0));
    }
}
