package org.robotoverlord.changelog.yaml;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.form.MappingForm;
import org.robotoverlord.changelog.schema.Action;
import org.robotoverlord.changelog.schema.CheckShorthand;
import org.robotoverlord.changelog.schema.ColumnBody;
import org.robotoverlord.changelog.schema.ColumnName;
import org.robotoverlord.changelog.schema.ColumnType;
import org.robotoverlord.changelog.schema.Deferrable;
import org.robotoverlord.changelog.schema.Expression;
import org.robotoverlord.changelog.schema.Flag;
import org.robotoverlord.changelog.schema.Hinted;
import org.robotoverlord.changelog.schema.Identity;
import org.robotoverlord.changelog.schema.KeyBody;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Reference;
import org.robotoverlord.changelog.schema.ReturnType;
import org.robotoverlord.changelog.schema.RowSecurity;
import org.robotoverlord.changelog.schema.Signature;
import org.robotoverlord.changelog.schema.TriggerCall;
import org.robotoverlord.changelog.schema.TriggerEvent;
import org.robotoverlord.changelog.schema.Value;

/**
 * The site's page of all keys, made of the records that are the format: what the reader takes, and what the records' Javadoc says
 * of it.
 */
final class KeyPage {
    private static final String HEAD = """
            # Keys

            Every key that a file may hold. This page is made of the records that files are read into, so it is what the reader takes. What
            the keys do together is told in [the format](format.md).

            *Needed* says that the key must be there; else the column says what its absence means. Where a body may be written short, the
            line above its table says what the short form stands for. `renamedFrom` belongs in models; a changelog has changes for it.
            """;

    /** How the Javadoc of a list begins that only one of several ways to write a body has. */
    private static final String ONE_WAY = "in one way, ";

    /** What a scalar is called that a type is written as. A new type needs a line here. */
    private static final Map<Class<?>, String> SCALARS = Map.ofEntries(
            Map.entry(Name.class, "name"),
            Map.entry(Signature.class, "[signature](format.md#Functions_and_procedures)"),
            Map.entry(ReturnType.class, "[type](format.md#Types), `setof` type or `table(name type, …)`"),
            Map.entry(ColumnType.class, "[type](format.md#Types)"),
            Map.entry(Expression.class, "SQL"),
            Map.entry(Flag.class, "`true` or a name"),
            Map.entry(Action.class, "`no action`, `restrict`, `cascade`, `set null` or `set default`"),
            Map.entry(Deferrable.class, "`false`, `immediate` or `deferred`"),
            Map.entry(RowSecurity.class, "`false`, `true` or `forced`"),
            Map.entry(Identity.class, "`true` or `always`"),
            Map.entry(Reference.class, "`table` or `table.column`"),
            Map.entry(ColumnName.class, "`table.column`"),
            Map.entry(TriggerCall.class, "function, and texts in parentheses"),
            Map.entry(TriggerEvent.class, "`insert`, `update`, `delete` or `truncate`"),
            Map.entry(Value.class, "literal"));

    /** What isn't called by its record's name. */
    private static final Map<Type, String> TITLES = Map.of(
            ColumnBody.class, "column of a table",
            CheckShorthand.class, "check of a column",
            KeyBody.class, "primary key",
            TriggerEvent.UpdateOf.class, "update of columns",
            Value.Sql.class, "expression");

    private final StringBuilder page = new StringBuilder(HEAD);
    private final Set<Type> seen = new LinkedHashSet<>();
    private final Deque<Type> waiting = new ArrayDeque<>();

    /** The page's text, for the documents that files are read into. The kinds of change have {@link ChangePages pages of their own}. */
    static String of(Class<?> models, Class<?> changelog) {
        KeyPage page = new KeyPage();
        page.section("## A file of models", models);
        page.bodies();
        page.section("## A changelog", changelog);
        Kinds kinds = Kinds.of(Change.class);
        kinds.names().forEach(name -> page.keys(kinds.named(name).orElseThrow()));
        page.bodies();
        return page.page.toString();
    }

    /** The table of a kind's keys, as it stands in this page's folder. */
    static String ofKind(Class<?> kind) {
        return new KeyPage().keys(kind);
    }

    private String keys(Class<?> kind) {
        return table(kind, RecordDoc.of(kind));
    }

    private void bodies() {
        while (!waiting.isEmpty()) {
            Type body = waiting.removeFirst();
            section("### " + capital(title(body)), body);
        }
    }

    private void section(String heading, Type type) {
        RecordDoc doc = RecordDoc.of(body(type));
        page.append('\n').append(heading).append("\n\n").append(doc.summary()).append('\n');
        List<Shape.Part> bare = Shape.of(type).bare();
        if (!bare.isEmpty()) {
            page.append("\nWritten short, it is `")
                    .append(bare.get(bare.size() - 1).key)
                    .append("` alone.\n");
        }
        page.append(table(type, RecordDoc.of(Form.raw(type))));
    }

    /** A hint says nothing of its body, so the body speaks. */
    private static Class<?> body(Type type) {
        return Form.raw(Form.raw(type).equals(Hinted.class) ? content(type) : type);
    }

    private String table(Type type, RecordDoc doc) {
        return "\n| key | absent | value | what it is |\n|---|---|---|---|\n" + rows(type, doc);
    }

    private String rows(Type type, RecordDoc doc) {
        StringBuilder rows = new StringBuilder();
        RecordComponent[] components = Form.raw(type).getRecordComponents();
        List<Shape.Part> parts = Shape.of(type).parts();
        for (int i = 0; i < components.length; i++) {
            Shape.Part part = parts.get(i);
            if (part.inline) {
                rows.append(rows(part.type, RecordDoc.of(Form.raw(part.type))));
                continue;
            }
            String says = doc.of(components[i].getName());
            rows.append("| `").append(part.key).append("` | ").append(absence(part, says));
            rows.append(" | ").append(value(part)).append(" | ").append(says).append(" |\n");
        }
        return rows.toString();
    }

    /** Whether each key must be there, those of inlined records included; one that is optional for itself may depend on others and is left out. */
    static Map<String, Boolean> needs(Type type) {
        Map<String, Boolean> needs = new LinkedHashMap<>();
        RecordComponent[] components = Form.raw(type).getRecordComponents();
        for (int i = 0; i < components.length; i++) {
            Shape.Part part = Shape.of(type).parts().get(i);
            if (part.inline) {
                needs.putAll(needs(part.type));
            } else if (part.required() || part.form.isCollection()) {
                String says = RecordDoc.of(Form.raw(type)).of(components[i].getName());
                if (!says.startsWith(ONE_WAY)) {
                    needs.put(part.key, needed(part, says));
                }
            }
        }
        return needs;
    }

    /** That a list needs an item is said by its record's constructor, and in its Javadoc. */
    private static boolean needed(Shape.Part part, String says) {
        return part.required() || part.form.isCollection() && says.startsWith("at least one");
    }

    private static String absence(Shape.Part part, String says) {
        return needed(part, says)
                ? "*needed*"
                : part.absent.map(value -> "`" + value + "`").orElse("none");
    }

    private String value(Shape.Part part) {
        if (part.oneOrMany) {
            return value(content(part.type)) + ", or a list";
        }
        return value(part.type) + (part.nameList ? ", or a list of names" : "");
    }

    private String value(Type type) {
        Form form = Form.of(type);
        return switch (form.kind) {
            case NAMED -> "one entry, name: " + value(content(type));
            case BODIES -> "name → " + value(content(type)) + ", or a list";
            case LIST -> "list of: " + value(content(type));
            case MAP -> "name → " + value(content(type));
            case OPTIONAL -> value(content(type));
            case WRITTEN -> scalar(form.raw) + (form.mapping().isEmpty() ? "" : ", or " + link(mapping(type)));
            case FAMILY -> "[change](changes.md)";
            case RECORD -> link(type);
            case TEXT -> "text";
            case BOOLEAN -> "`true` or `false`";
            case WHOLE_NUMBER -> "whole number";
            case CONSTANT -> "`" + String.join("` or `", form.constants()) + "`";
        };
    }

    private static Type content(Type type) {
        Type[] arguments = ((ParameterizedType) type).getActualTypeArguments();
        return arguments[arguments.length - 1];
    }

    private static Type mapping(Type type) {
        MappingForm form = Form.raw(type).getAnnotation(MappingForm.class);
        return form == null ? type : form.value();
    }

    private String link(Type type) {
        if (seen.add(type)) {
            waiting.add(type);
        }
        String title = title(type);
        return "[" + title + "](#" + capital(title).replace(' ', '_') + ")";
    }

    private static String scalar(Class<?> type) {
        return Optional.ofNullable(SCALARS.get(type))
                .orElseThrow(() -> new IllegalStateException("KeyPage.SCALARS has no line for " + type));
    }

    /** {@code Hinted<ForeignKey>} is a foreign key, {@code ColumnBody} a column. */
    private static String title(Type type) {
        if (type instanceof ParameterizedType hinted && hinted.getRawType().equals(Hinted.class)) {
            return title(hinted.getActualTypeArguments()[0]);
        }
        String name = Form.raw(type).getSimpleName().replaceFirst("(Body|Shorthand)$", "");
        return TITLES.getOrDefault(
                type, name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT));
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
