package org.robotoverlord.it.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.net.URL;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.robotoverlord.migrate.AppSettings;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * The goals that the plugin has, as its descriptor says.
 *
 * @param version the plugin's version
 * @param parameters goal → the names of the parameters that a user may give
 * @param typed goal → those that {@code -Drobot.<name>} gives
 */
record Goals(String version, Map<String, Set<String>> parameters, Map<String, Set<String>> typed) {
    private static final Pattern EXAMPLE = Pattern.compile("(?s)<pre>\\{@code\n(.*?)}</pre>");

    /** Those of the plugin under test. */
    static Goals ofPlugin() {
        try {
            for (URL descriptor :
                    Collections.list(Goals.class.getClassLoader().getResources("META-INF/maven/plugin.xml"))) {
                try (InputStream in = descriptor.openStream()) {
                    Document parsed = parse(in);
                    if (text(parsed.getDocumentElement(), "goalPrefix").equals("robot")) {
                        return of(parsed);
                    }
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        throw new IllegalStateException("the plugin isn't on the class path");
    }

    private static Goals of(Document descriptor) {
        Map<String, Set<String>> parameters = new TreeMap<>();
        Map<String, Set<String>> typed = new TreeMap<>();
        for (Element mojo : elements(descriptor.getElementsByTagName("mojo"))) {
            Set<String> names = new TreeSet<>();
            Set<String> properties = new TreeSet<>();
            for (Element parameter : elements(mojo.getElementsByTagName("parameter"))) {
                if (text(parameter, "editable").equals("true")) {
                    names.add(text(parameter, "name"));
                }
            }
            for (Element value :
                    elements(mojo.getElementsByTagName("configuration").item(0).getChildNodes())) {
                if (value.getTextContent().equals("${robot." + value.getTagName() + "}")) {
                    properties.add(value.getTagName());
                }
            }
            parameters.put(text(mojo, "goal"), names);
            typed.put(text(mojo, "goal"), properties);
        }
        return new Goals(text(descriptor.getDocumentElement(), "version"), parameters, typed);
    }

    /** The examples in the Javadoc of goals and parameters, which their pages show. */
    static List<String> examples() {
        return Pages.texts(Pages.ROOT.resolve("migrate-maven-plugin/src/main/java/org/robotoverlord/migrate"), ".java")
                .flatMap(source -> EXAMPLE.matcher(source).results())
                .map(found -> found.group(1).replaceAll("(?m)^ *\\* ?", "").strip())
                .toList();
    }

    /** All parameters, of whatever goal. */
    Set<String> allParameters() {
        return parameters.values().stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The keys of an {@code <app>}. */
    static Set<String> appKeys() {
        return Arrays.stream(AppSettings.class.getDeclaredFields())
                .map(Field::getName)
                .collect(Collectors.toSet());
    }

    /** The parameters that may be typed without {@code robot.}, which the plugin tells nobody; so its source is asked. */
    static Set<String> shortNames() {
        String source = Pages.read("migrate-maven-plugin/src/main/java/org/robotoverlord/migrate/GivenParameters.java");
        int begin = source.indexOf("SHORT = Set.of(");
        return Pattern.compile("\"(\\w+)\"")
                .matcher(source.substring(begin, source.indexOf(");", begin)))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    static Document parse(InputStream in) throws IOException {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
        } catch (ParserConfigurationException | SAXException broken) {
            throw new IllegalStateException(broken);
        }
    }

    static Iterable<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .toList();
    }

    /** The text of a child element; empty text where there is none. */
    static String text(Element parent, String name) {
        for (Element child : elements(parent.getChildNodes())) {
            if (child.getTagName().equals(name)) {
                return child.getTextContent().strip();
            }
        }
        return "";
    }
}
