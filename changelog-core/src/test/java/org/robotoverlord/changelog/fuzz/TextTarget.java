package org.robotoverlord.changelog.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.robotoverlord.changelog.changelog.ChangelogId;
import org.robotoverlord.changelog.form.Scalar;
import org.robotoverlord.changelog.plan.Placeholders;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.schema.ArrayText;
import org.robotoverlord.changelog.schema.ColumnType;
import org.robotoverlord.changelog.schema.Expression;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Reference;
import org.robotoverlord.changelog.schema.ReturnType;
import org.robotoverlord.changelog.schema.Signature;
import org.robotoverlord.changelog.schema.TriggerCall;
import org.robotoverlord.changelog.yaml.YamlNode;

/** The readers of single texts: types, expressions, names, signatures, ids. Each reads every text; where they write too, both agree. */
final class TextTarget implements FuzzTarget {
    private static final Placeholders VALUES = new Placeholders(Map.of("x", "'*/\n${x}\\"));

    private static final List<Consumer<String>> READERS = List.of(
            TextTarget::type,
            text -> require(text, Name.parse(Name.parse(text).toString()), Name.parse(text)),
            text -> require(text, Signature.parse(Signature.parse(text).toString()), Signature.parse(text)),
            TextTarget::expression,
            text -> Reference.parse(Scalar.plain(text)),
            ReturnType::parse,
            TriggerCall::parse,
            ChangelogId::name,
            ChangelogId::parse,
            text -> ArrayText.map(text, element -> element + "x"),
            text -> VALUES.replace(text),
            text -> VALUES.inSql(text, TextTarget::quoted),
            text -> VALUES.inSql(text, value -> quoted(value.replace("\\", "\\\\"))));

    /** White space around a name in quotes is no part of a type: no enum or domain may be called so. */
    private static void type(String text) {
        ColumnType type = ColumnType.parse(text);
        if (type.name().equals(type.name().strip())) {
            require(text, ColumnType.parse(type.toString()), type);
        }
    }

    private static void expression(String text) {
        Expression sql = Expression.of(text);
        require(text, Expression.of(sql.sql()), sql);
        require(text, Expression.of(sql.bare().sql()).folded(), sql.bare().folded());
        sql.mentions("id");
        sql.castsTo("user_role");
        sql.literals();
        sql.holdsStar();
        sql.renameColumn("id", "an \"odd\" name").renameColumn("an \"odd\" name", "id");
        sql.requalify(name -> Name.of("elsewhere", name.local()));
    }

    private static void require(String text, Object again, Object read) {
        if (!again.equals(read)) {
            throw new IllegalStateException("'" + text + "' is read as " + read + " and then as " + again);
        }
    }

    @Override
    public String name() {
        return "text";
    }

    /** Refused by none of them, it was taken; refused by some, it is as the first of those says. */
    @Override
    public void take(byte[] input) {
        String text = new String(input, UTF_8);
        Optional<Problem> first = Optional.empty();
        for (Consumer<String> reader : READERS) {
            try {
                reader.accept(text);
            } catch (Problem refused) {
                first = first.or(() -> Optional.of(refused));
            }
        }
        first.ifPresent(refused -> {
            throw refused;
        });
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    @Override
    public boolean isTold(String problem) {
        return !problem.isBlank();
    }

    /** Every scalar of the models and the changelogs. */
    @Override
    public List<byte[]> seeds() {
        List<String> scalars = new ArrayList<>();
        List<byte[]> files = Corpus.bytes(Corpus.models());
        files = new ArrayList<>(files);
        files.addAll(Corpus.bytes(Corpus.changelogs()));
        for (byte[] file : files) {
            Trees.parse(file)
                    .ifPresent(tree -> Trees.walk(tree, node -> {
                        if (node instanceof YamlNode.Text text) {
                            scalars.add(text.scalar().text());
                        }
                    }));
        }
        return Corpus.bytes(scalars.stream().distinct().toList());
    }
}
