package org.robotoverlord.migrate;

import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.problem.Suggestion;

/** The parameters of all goals. What a user writes is held against them, as Maven would pass over a wrong one in silence. */
final class KnownParameters {
    private final Set<String> names = new TreeSet<>();

    KnownParameters(PluginDescriptor plugin) {
        plugin.getMojos().stream()
                .filter(mojo -> mojo.getParameters() != null)
                .flatMap(mojo -> mojo.getParameters().stream())
                .map(Parameter::getName)
                .forEach(names::add);
    }

    /**
     * Refuses what the POM says in {@code <configuration>} and is a parameter of no goal.
     *
     * @throws Problem with the name that was probably meant
     */
    void requireAllOf(Plugin written) {
        Stream.concat(
                        Stream.of(written.getConfiguration()),
                        written.getExecutions().stream().map(PluginExecution::getConfiguration))
                .filter(Xpp3Dom.class::isInstance)
                .flatMap(configuration -> Stream.of(((Xpp3Dom) configuration).getChildren()))
                .map(Xpp3Dom::getName)
                .filter(name -> !names.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new Problem("the plugin has no parameter <" + name + ">" + Suggestion.of(name, names)
                            + "; take it out of the <configuration>, or see robot:help");
                });
    }

    /**
     * Refuses what was typed as {@code -Drobot.<name>} and is a parameter of no goal, and {@code -Ddryrun}, which nothing else than
     * {@code -DdryRun} can be meant by.
     *
     * @throws Problem with the name that was probably meant
     */
    void requireAllOf(Properties typed) {
        Set<String> properties = names.stream()
                .map(name -> GivenParameters.PREFIX + name)
                .collect(Collectors.toCollection(TreeSet::new));
        typed.stringPropertyNames().stream()
                .filter(name -> name.startsWith(GivenParameters.PREFIX) && !properties.contains(name))
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw new Problem("there is no parameter -D" + name + Suggestion.of(name, properties)
                            + "; leave it out, or see robot:help");
                });
        GivenParameters.SHORT.stream()
                .filter(KnownParameters::isOfOurs)
                .forEach(name -> typed.stringPropertyNames().stream()
                        .filter(property -> property.equalsIgnoreCase(name) && !property.equals(name))
                        .forEach(property -> {
                            throw new Problem("-D" + property + " isn't read; write -D" + name + ", or leave it out");
                        }));
    }

    /** A short name of one word, in whatever letters, may be a property of the user's POM. */
    private static boolean isOfOurs(String name) {
        return !name.equals(name.toLowerCase(Locale.ROOT));
    }
}
