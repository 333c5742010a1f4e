package org.robotoverlord.changelog.yaml;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.robotoverlord.changelog.problem.Place;
import org.robotoverlord.changelog.problem.Problem;

/** Makes nodes of a file's bytes: by {@link PlainYaml}, which knows nearly every file, else by {@link WholeYaml}. */
final class YamlParser {
    private YamlParser() {}

    /**
     * @param path the file as the user would name it
     * @param bytes its content, UTF-8
     * @return its one document; empty where it holds nothing
     * @throws Problem with its place, if the bytes are no YAML that we take
     */
    static Optional<YamlNode> parse(String path, byte[] bytes) {
        YamlReader.requireSize(path, bytes.length);
        String text = decode(path, bytes);
        Optional<YamlNode> plain = PlainYaml.read(path, text);
        if (plain.isEmpty()) {
            GitMarkers.requireNone(path, text);
            return WholeYaml.parse(path, text);
        }
        return plain;
    }

    private static String decode(String path, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        boolean replaced = text.indexOf('\ufffd') >= 0;
        if (replaced && !Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes)) {
            throw new Problem(firstBroken(path, bytes), "the file is not UTF-8; save it in that encoding");
        }
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    /** Where the first byte stands that is part of no character. */
    private static Place firstBroken(String path, byte[] bytes) {
        CharBuffer sound = CharBuffer.allocate(bytes.length);
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), sound, true);
        String before = sound.flip().toString();
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        String start = before.substring(before.lastIndexOf('\n') + 1);
        return new Place(path, line, start.codePointCount(0, start.length()) + 1);
    }
}
