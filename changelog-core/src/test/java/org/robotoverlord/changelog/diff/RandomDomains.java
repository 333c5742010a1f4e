package org.robotoverlord.changelog.diff;

import java.util.List;
import java.util.Map;
import org.robotoverlord.changelog.change.AlterDomain;
import org.robotoverlord.changelog.change.CreateDomain;
import org.robotoverlord.changelog.change.DropDomain;
import org.robotoverlord.changelog.change.RenameDomain;
import org.robotoverlord.changelog.schema.Domain;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;

/** Domains for {@link RandomSchemas}. */
final class RandomDomains {
    static final List<String> DOMAINS = List.of("amount", "A number", "word", "a \"word\"", "mood", "moods");

    private final Dice dice;
    private final RandomColumns columns;

    RandomDomains(Dice dice, RandomColumns columns) {
        this.dice = dice;
        this.columns = columns;
    }

    /** With a domain more, less, or another. */
    Schema step(Schema before) {
        Map<Name, Domain> all = before.all(Kind.DOMAIN);
        if (all.isEmpty() || dice.chance(25)) {
            return Attempt.of(before, schema -> {
                Name name = dice.fresh(DOMAINS, all);
                return new CreateDomain(name, columns.domain(name.local(), schema)).apply(schema);
            });
        }
        Name name = dice.pick(List.copyOf(all.keySet()));
        return switch (dice.below(4)) {
            case 0 -> Attempt.of(before, schema -> new DropDomain(name).apply(schema));
            case 1 ->
                Attempt.of(before, schema -> {
                    List<String> alike = DOMAINS.stream()
                            .filter(other -> RandomColumns.familyOf(other) == RandomColumns.familyOf(name.local()))
                            .toList();
                    return new RenameDomain(name, dice.fresh(alike, all)).apply(schema);
                });
            default ->
                Attempt.of(before, schema -> new AlterDomain(name, columns.domain(name.local(), schema)).apply(schema));
        };
    }
}
