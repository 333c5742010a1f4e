package org.robotoverlord.it.pages;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fenced block of a page. The first word after the fence is its language, the second says what is tried of it, and others are
 * options: {@code yaml written name=add_bio}.
 *
 * @param page the page's file name
 * @param line where it begins
 * @param words what stands after the fence
 * @param text what stands in it
 */
record Block(String page, int line, List<String> words, String text) {
    private static final Pattern FENCED = Pattern.compile("(?ms)^```(\\S[^\n]*)\n(.*?)^```$");

    /** The blocks of a page, in order. */
    static List<Block> of(String page, String markdown) {
        return FENCED.matcher(markdown)
                .results()
                .map(found -> {
                    int line =
                            (int) markdown.substring(0, found.start()).lines().count() + 1;
                    return new Block(page, line, List.of(found.group(1).split(" +")), found.group(2));
                })
                .toList();
    }

    /** The page without its blocks. */
    static String prose(String markdown) {
        return FENCED.matcher(markdown).replaceAll(Matcher.quoteReplacement(""));
    }

    /** Language and use: {@code yaml model}. */
    String kind() {
        return words.get(0) + (words.size() > 1 && !words.get(1).contains("=") ? " " + words.get(1) : "");
    }

    boolean is(String word) {
        return words.contains(word);
    }

    /** The value of {@code name=value}. */
    Optional<String> option(String name) {
        return words.stream()
                .filter(word -> word.startsWith(name + "="))
                .map(word -> word.substring(name.length() + 1))
                .findFirst();
    }

    /** Whether a text is what the block shows, where {@code …} stands for anything. */
    boolean shows(String real) {
        String pattern = Arrays.stream(text.strip().split("…", -1))
                .map(Pattern::quote)
                .reduce((one, next) -> one + ".*?" + next)
                .orElse("");
        return Pattern.compile(pattern, Pattern.DOTALL).matcher(real.strip()).matches();
    }

    /** Where it is, as an editor takes it. */
    @Override
    public String toString() {
        return page + ":" + line;
    }
}
