package org.robotoverlord.changelog.schema;

import java.util.Objects;
import org.robotoverlord.changelog.form.Absent;

/**
 * What a function is: all but its name and parameters, which are its key.
 *
 * @param returns what it gives: {@code trigger}, {@code setof users}, {@code table(id bigint, email text)}
 * @param language what the body is written in: {@code sql}, {@code plpgsql}
 * @param volatility what the database may take for granted of its results
 * @param security with whose rights it runs
 * @param body what it does, as it is written
 */
public record Function(
        ReturnType returns,
        String language,
        @Absent("volatile") Volatility volatility,
        @Absent("invoker") Security security,
        String body)
        implements RoutineBody {
    public Function {
        Objects.requireNonNull(returns, "returns");
        language = RoutineBody.language(language);
        body = RoutineBody.body(body);
    }

    Function withReturns(ReturnType other) {
        return new Function(other, language, volatility, security, body);
    }
}
