package org.robotoverlord.migrate;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.problem.Suggestion;

/** What the POM says in {@code <configuration>}, held against the parameters that there are. */
final class PluginConfiguration {
    private PluginConfiguration() {}

    /**
     * Refuses what is a parameter of no goal: Maven would pass over it in silence.
     *
     * @param written the plugin in the POM; null where it isn't named there
     * @throws Problem with the name that was probably meant
     */
    static void refuseUnknown(Plugin written, PluginDescriptor descriptor) {
        if (written == null || descriptor == null || descriptor.getMojos() == null) {
            return;
        }
        Set<String> known = known(descriptor);
        Stream.concat(
                        Stream.of(written.getConfiguration()),
                        written.getExecutions().stream().map(PluginExecution::getConfiguration))
                .filter(Xpp3Dom.class::isInstance)
                .flatMap(configuration -> Stream.of(((Xpp3Dom) configuration).getChildren()))
                .map(Xpp3Dom::getName)
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new Problem("the plugin has no parameter <" + name + ">" + Suggestion.of(name, known)
                            + "; take it out of the <configuration>, or see robot:help");
                });
    }

    private static Set<String> known(PluginDescriptor descriptor) {
        Set<String> known = new TreeSet<>();
        descriptor.getMojos().stream()
                .filter(mojo -> mojo.getParameters() != null)
                .flatMap(mojo -> mojo.getParameters().stream())
                .map(Parameter::getName)
                .forEach(known::add);
        return known;
    }
}
