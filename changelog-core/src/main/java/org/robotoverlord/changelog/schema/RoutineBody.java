package org.robotoverlord.changelog.schema;

import org.robotoverlord.changelog.problem.Problem;

/** What a {@link Function} and a {@link Procedure} have in common: a text in some language, which the database runs when called. */
public interface RoutineBody {
    /** The language of the text: {@code plpgsql}. */
    String language();

    /** With whose rights it runs. */
    Security security();

    /** The text, without blank lines around it. */
    String body();

    /** The language's name as it is kept. @throws Problem for those whose text is no program */
    static String language(String written) {
        String name = ColumnType.lower(written.strip());
        if (name.equals("c") || name.equals("internal")) {
            throw new Problem("a body in language '" + name
                            + "' names code of the server's, which no model can hold; make it with sql")
                    .about("language");
        }
        return name;
    }

    /** The text as it is kept: as written, but for blank lines around it. */
    static String body(String written) {
        String body = written.replaceFirst("\\A(?:[ \\t]*\\R)+", "").stripTrailing();
        if (body.isBlank()) {
            throw new Problem("a body is empty; write what it does").about("body");
        }
        return body;
    }
}
