package org.robotoverlord.changelog.schema;

import org.robotoverlord.changelog.form.Absent;

/**
 * What a procedure is: all but its name and parameters, which are its key.
 *
 * @param language what the body is written in: {@code sql}, {@code plpgsql}
 * @param security with whose rights it runs
 * @param body what it does, as it is written
 */
public record Procedure(String language, @Absent("invoker") Security security, String body) implements RoutineBody {
    public Procedure {
        language = RoutineBody.language(language);
        body = RoutineBody.body(body);
    }
}
