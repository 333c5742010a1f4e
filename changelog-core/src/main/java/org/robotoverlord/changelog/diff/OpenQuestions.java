package org.robotoverlord.changelog.diff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.robotoverlord.changelog.problem.Problem;

/** The questions that nobody was there to answer, told at once, each with how it is answered on the command line. */
final class OpenQuestions {
    private record Question(String text, String parameter, String answer, String none) {}

    private final List<Question> all = new ArrayList<>();

    /**
     * @param parameter as it is typed: {@code -Drename}
     * @param answer an answer, as it stands in the parameter's list
     * @param none what {@code none} means to this question
     */
    void add(String text, String parameter, String answer, String none) {
        all.add(new Question(text, parameter, answer, none));
    }

    Optional<Problem> problem() {
        if (all.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder(
                all.size() == 1
                        ? "A question is open, and there is nobody to ask; answer it on the command line:"
                        : all.size()
                                + " questions are open, and there is nobody to ask; answer them on the command line:");
        for (Question question : all) {
            text.append("\n  ").append(question.text).append("\n    ");
            text.append(argument(question.parameter, question.answer));
            text.append("   or ").append(question.parameter).append("=none: ").append(question.none);
        }
        if (all.size() > 1) {
            text.append("\nAll at once:\n    ").append(together());
        }
        return Optional.of(new Problem(text.toString()));
    }

    private String together() {
        Map<String, List<String>> answers = new LinkedHashMap<>();
        all.forEach(question -> answers.computeIfAbsent(question.parameter, none -> new ArrayList<>())
                .add(question.answer));
        return answers.entrySet().stream()
                .map(entry -> argument(entry.getKey(), String.join(",", entry.getValue())))
                .collect(Collectors.joining(" "));
    }

    /** An argument as a shell takes it. */
    private static String argument(String parameter, String value) {
        String argument = parameter + "=" + value;
        boolean plain = argument.matches("[\\p{L}\\p{N}_.:,=+/@%-]*");
        return plain ? argument : "'" + argument.replace("'", "'\\''") + "'";
    }
}
