package org.robotoverlord.changelog.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.robotoverlord.changelog.schema.Hint;
import org.robotoverlord.changelog.schema.Name;

/**
 * Something that is gone and something that is new, of one kind and place, which may be the same under another name.
 *
 * @param kind what they are: tables, columns of a table, enums, values of an enum, domains or sequences
 * @param owner the table or enum they belong to, under its new name; for what belongs to no other, the new name
 * @param from the name that is gone
 * @param to the name that is new
 */
public record RenamePair(Hint.Kind kind, Name owner, Name from, Name to) {
    /** What a person is asked, with what Enter means in brackets: {@code Rename users.mail to users.email [True]}. */
    public String question() {
        return "Rename " + shown(from) + " to " + shown(to) + " [True]";
    }

    /** A value of an enum and another of it. */
    static RenamePair ofValue(Name enumType, String from, String to) {
        return new RenamePair(Hint.Kind.ENUM_VALUE, enumType, Name.of(from), Name.of(to));
    }

    /** What is gone, as a person would say it: {@code column users.mail}. */
    String thing() {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + shown(from);
    }

    /** How the answer yes is given beforehand: {@code users.mail:email}. */
    public String answer() {
        return shown(from) + ":" + to;
    }

    /** What is gone, as the parts of a joined name. */
    List<String> fromParts() {
        return isWhole(kind) ? parts(from) : join(parts(owner), from.local());
    }

    List<String> toParts() {
        return parts(to);
    }

    private String shown(Name name) {
        List<String> parts = isWhole(kind) ? parts(name) : join(parts(owner), name.local());
        return parts.stream().map(Name::part).collect(Collectors.joining("."));
    }

    /** Whether things of the kind belong to no other. */
    static boolean isWhole(Hint.Kind kind) {
        return kind == Hint.Kind.TABLE
                || kind == Hint.Kind.ENUM
                || kind == Hint.Kind.DOMAIN
                || kind == Hint.Kind.SEQUENCE;
    }

    private static List<String> parts(Name name) {
        List<String> parts = new ArrayList<>(name.schema().stream().toList());
        parts.add(name.local());
        return parts;
    }

    private static List<String> join(List<String> parts, String last) {
        List<String> joined = new ArrayList<>(parts);
        joined.add(last);
        return joined;
    }
}
