package org.robotoverlord.migrate;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.migrate.connection.Secret;

/**
 * The parameters of a goal as they were given. What Maven has filled in from the POM and from {@code -Drobot.<name>}, this
 * corrects: the command line wins over the POM, and a goal that was typed there takes {@code -D<name>} too, which a bound one must
 * not, as {@code -Dversion} may be meant for something else.
 */
final class GivenParameters {
    /** What a parameter's property begins with. */
    static final String PREFIX = "robot.";

    /** The ones that have a short form. */
    static final Set<String> SHORT = Set.of(
            "allowDataLoss",
            "app",
            "backup",
            "check",
            "count",
            "delete",
            "dryRun",
            "empty",
            "failOnDrift",
            "fake",
            "fill",
            "format",
            "from",
            "keep",
            "map",
            "name",
            "outputFile",
            "pending",
            "postgres",
            "prune",
            "rename",
            "since",
            "table",
            "to",
            "version",
            "yes");

    private final MojoExecution execution;
    private final Properties typed;

    /**
     * @param execution the goal, and how it came to be run
     * @param typed what was written on the command line
     */
    GivenParameters(MojoExecution execution, Properties typed) {
        this.execution = execution;
        this.typed = typed;
    }

    /** A value, and where it comes from. */
    private record Given(String value, String from) {}

    private Optional<Given> typed(String name) {
        boolean byHand = execution.getSource() == MojoExecution.Source.CLI;
        return given(PREFIX + name).or(() -> byHand && SHORT.contains(name) ? given(name) : Optional.empty());
    }

    private Optional<Given> given(String property) {
        return Optional.ofNullable(typed.getProperty(property)).map(value -> new Given(value, "-D" + property));
    }

    /** What a flag says. */
    boolean flag(String name, boolean configured) {
        return typed(name).map(GivenParameters::flag).orElse(configured);
    }

    /** Whether a parameter was given on the command line. */
    boolean isTyped(String name) {
        return typed(name).isPresent();
    }

    /**
     * Refuses a dry run of a goal that has none and would do the deed.
     *
     * @throws Problem if one was asked for
     */
    void refuseDryRun() {
        if (flag("dryRun", false)) {
            throw new Problem("robot:" + execution.getGoal() + " has no " + said("dryRun")
                    + ", and would do the deed; leave it out if that is meant");
        }
    }

    /** How a parameter was given, for messages: {@code -Dversion}, or {@code <version>}. */
    String said(String name) {
        return typed(name).map(Given::from).orElse("<" + name + ">");
    }

    /**
     * Writes what was typed into a goal's fields.
     *
     * @throws Problem for a value that isn't one of the parameter
     */
    void fill(Object mojo) {
        for (Parameter parameter : parameters()) {
            Optional<Given> given = typed(parameter.getName());
            if (given.isPresent()) {
                write(field(mojo, parameter.getName()), mojo, given.get());
            }
        }
    }

    private List<Parameter> parameters() {
        MojoDescriptor descriptor = execution.getMojoDescriptor();
        List<Parameter> all = descriptor == null ? null : descriptor.getParameters();
        return all == null
                ? List.of()
                : all.stream().filter(Parameter::isEditable).toList();
    }

    private static Field field(Object mojo, String name) {
        for (Class<?> type = mojo.getClass(); type != null; type = type.getSuperclass()) {
            Optional<Field> found = Arrays.stream(type.getDeclaredFields())
                    .filter(field -> field.getName().equals(name))
                    .findFirst();
            if (found.isPresent()) {
                found.get().setAccessible(true);
                return found.get();
            }
        }
        throw new IllegalStateException("no field '" + name + "'");
    }

    private static void write(Field field, Object mojo, Given given) {
        try {
            if (field.getType() == String.class) {
                field.set(mojo, given.value());
            } else if (field.getType() == boolean.class) {
                field.setBoolean(mojo, flag(given));
            } else if (field.getType() == Secret.class) {
                field.set(mojo, new Secret(given.value()));
            }
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean flag(Given given) {
        return switch (given.value()) {
            case "", "true" -> true;
            case "false" -> false;
            default -> throw new Problem(given.from() + " takes true or false, not '" + given.value() + "'");
        };
    }

    /** Each parameter with its value and where that comes from, a line each; secrets masked. */
    List<String> lines(Object mojo) {
        return parameters().stream()
                .map(parameter -> {
                    String name = parameter.getName();
                    Object value = read(mojo, name);
                    return name + (value == null ? " is not given" : " = " + value + " (" + from(parameter) + ")");
                })
                .toList();
    }

    private static Object read(Object mojo, String name) {
        try {
            return field(mojo, name).get(mojo);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String from(Parameter parameter) {
        return typed(parameter.getName()).map(Given::from).orElseGet(() -> {
            Xpp3Dom all = execution.getConfiguration();
            Xpp3Dom own = all == null ? null : all.getChild(parameter.getName());
            boolean written = own != null
                    && (own.getChildCount() > 0
                            || own.getValue() != null && !own.getValue().equals(parameter.getExpression()));
            return written ? "POM" : "default or a property of the POM";
        });
    }
}
