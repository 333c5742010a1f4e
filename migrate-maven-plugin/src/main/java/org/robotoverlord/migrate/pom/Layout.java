package org.robotoverlord.migrate.pom;

import eu.maveniverse.domtrip.Document;
import eu.maveniverse.domtrip.Element;
import java.util.List;

/**
 * How a POM is laid out.
 *
 * @param lineEnd what ends a line
 * @param unit what a level is indented by
 * @param separatesSections whether an empty line stands between the parts of the project
 */
record Layout(String lineEnd, String unit, boolean separatesSections) {
    private static final String USUAL_UNIT = "  ";

    static Layout of(Document document) {
        List<String> gaps = document.root()
                .childElements()
                .map(Element::precedingWhitespace)
                .filter(gap -> gap.contains("\n"))
                .toList();
        String lineEnd = document.toXml().contains("\r\n") ? "\r\n" : "\n";
        String unit = gaps.stream()
                .map(Layout::lastLine)
                .filter(indent -> !indent.isEmpty())
                .findFirst()
                .orElse(USUAL_UNIT);
        boolean separates = !gaps.isEmpty() && isBlankLine(gaps.get(gaps.size() - 1));
        return new Layout(lineEnd, unit, separates);
    }

    private static boolean isBlankLine(String gap) {
        return gap.indexOf('\n') != gap.lastIndexOf('\n');
    }

    private static String lastLine(String gap) {
        return gap.substring(gap.lastIndexOf('\n') + 1);
    }

    /** What stands before an element on its line. */
    String indentOf(Element element) {
        String gap = element.precedingWhitespace();
        if (gap.contains("\n")) {
            return lastLine(gap);
        }
        Element parent = element.parentElement();
        return parent == null ? "" : indentOf(parent) + unit;
    }
}
