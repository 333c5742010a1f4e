package org.robotoverlord.changelog.report;

import java.util.List;
import java.util.Optional;
import org.robotoverlord.changelog.problem.Finding;
import org.robotoverlord.changelog.problem.Place;
import org.robotoverlord.changelog.problem.Severity;

/** One of each, with what has to be quoted. */
final class SomeFindings {
    static final List<Finding> ALL = List.of(
            new Finding(
                    "models",
                    "check/models",
                    Severity.ERROR,
                    Optional.of(new Place("db/a,b:c.yaml", 3, 7)),
                    "100% of it: 'a | <b>_c_',\nand \"more\". Mend it."),
            new Finding("models", "check/models", Severity.WARNING, Optional.of(Place.of("db")), "A hint is spent."),
            new Finding("audit", "check/database", Severity.ERROR, Optional.empty(), "It isn't here. Bring it back."));

    private SomeFindings() {}
}
