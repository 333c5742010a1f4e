package org.robotoverlord.migrate.console;

import com.google.gson.FormattingStyle;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Flat objects as JSON, for programs. */
final class Json {
    private static final Gson GSON = new GsonBuilder()
            .serializeNulls()
            .disableHtmlEscaping()
            .setFormattingStyle(FormattingStyle.COMPACT.withSpaceAfterSeparators(true))
            .create();

    private Json() {}

    /** An array of objects, a line each; values are texts, whole numbers or null. */
    static String array(List<Map<String, Object>> objects) {
        return objects.stream().map(GSON::toJson).collect(Collectors.joining(",\n ", "[", "]"));
    }
}
