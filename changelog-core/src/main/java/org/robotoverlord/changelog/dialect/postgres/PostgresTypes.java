package org.robotoverlord.changelog.dialect.postgres;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.schema.ColumnType;
import org.robotoverlord.changelog.schema.Name;

/** PostgreSQL's types: which are read by their own name, and how the server's way to print one becomes a {@link ColumnType}. */
public final class PostgresTypes {
    /** Types beside the portable ones that are read by their own name, those of the extensions that come with it included. */
    public static final Set<String> BUILT_IN = Set.of(("money xml name oid bpchar timetz bit varbit "
                    + "inet cidr macaddr macaddr8 "
                    + "point line lseg box path polygon circle "
                    + "tsvector tsquery jsonpath pg_lsn pg_snapshot txid_snapshot xid xid8 cid tid "
                    + "regclass regcollation regconfig regdictionary regnamespace regoper regoperator regproc regprocedure "
                    + "regrole regtype "
                    + "int4range int8range numrange tsrange tstzrange daterange "
                    + "int4multirange int8multirange nummultirange tsmultirange tstzmultirange datemultirange "
                    + "citext hstore ltree lquery ltxtquery cube seg ean13 isbn isbn13 ismn ismn13 issn issn13 upc")
            .split(" "));

    private static final Pattern PRINTED =
            Pattern.compile("(?<name>[^()\"]+?)(?<args>\\([\\d,-]+\\))?(?<after> [a-z ]+)?");
    /** What the server prints in the words of the SQL standard, where a shorter name is read. */
    private static final Map<String, String> SHORTER = Map.of("bit varying", "varbit", "time with time zone", "timetz");

    private PostgresTypes() {}

    /**
     * The type that the server prints so: {@code character varying(320)}, {@code timestamp(3) with time zone[]}.
     *
     * @param printed what {@code format_type} says, of any type but an enum
     * @param builtIn the types that are read by their own name
     */
    static ColumnType read(String printed, Set<String> builtIn) {
        boolean array = printed.endsWith("[]");
        String element = array ? printed.substring(0, printed.length() - 2) : printed;
        Matcher parts = PRINTED.matcher(element);
        if (!parts.matches()) {
            return asItIs(printed);
        }
        String after = Optional.ofNullable(parts.group("after")).orElse("");
        String args = Optional.ofNullable(parts.group("args")).orElse("");
        String name = parts.group("name") + after;
        String text = SHORTER.getOrDefault(name, name) + (name.equals("bit") && args.equals("(1)") ? "" : args);
        try {
            ColumnType type = ColumnType.parse(text + (array ? "[]" : ""));
            return type.portable().isPresent() || builtIn.contains(type.name()) ? type : asItIs(printed);
        } catch (Problem unlikeOurs) {
            return asItIs(printed);
        }
    }

    /**
     * The type of an enum's column; {@code native(…)} where a built-in type of that name hides the enum, or its name can't be
     * written as a type.
     *
     * @param name the enum's name as it is kept in the schema
     * @param printed what {@code format_type} says
     * @param hidden whether its name alone leads to another type
     */
    static ColumnType readEnum(Name name, String printed, boolean hidden) {
        ColumnType type = new ColumnType(name.toString(), List.of(), printed.endsWith("[]"), false);
        boolean writable =
                type.portable().isEmpty() && !(hidden && name.schema().isEmpty());
        return writable && isReadBack(type) ? type : asItIs(printed);
    }

    private static boolean isReadBack(ColumnType type) {
        try {
            return ColumnType.parse(type.toString()).equals(type);
        } catch (Problem unwritable) {
            return false;
        }
    }

    /** A type that is taken as the server prints it. */
    static ColumnType asItIs(String printed) {
        return new ColumnType(printed, List.of(), false, true);
    }
}
