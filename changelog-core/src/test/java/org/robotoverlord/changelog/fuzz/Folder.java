package org.robotoverlord.changelog.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Several files as one input: each begins with a line of its name. The models' file, where there is one, is called {@code
 * models.yaml}.
 */
record Folder(Map<String, byte[]> files) {
    private static final String MARK = "%%% ";

    static Folder of(byte[] input) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        String text = new String(input, ISO_8859_1);
        for (String file : text.split("(?m)^" + MARK)) {
            int end = file.indexOf('\n');
            if (end > 0) {
                files.put(file.substring(0, end), file.substring(end + 1).getBytes(ISO_8859_1));
            }
        }
        return new Folder(files);
    }

    static byte[] bytes(Map<String, String> texts) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        texts.forEach((name, text) -> files.put(name, text.getBytes(UTF_8)));
        return joined(files);
    }

    static byte[] joined(Map<String, byte[]> files) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        files.forEach((name, bytes) -> {
            joined.writeBytes((MARK + name + "\n").getBytes(UTF_8));
            joined.writeBytes(bytes);
            joined.write('\n');
        });
        return joined.toByteArray();
    }
}
