package org.robotoverlord.changelog.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.robotoverlord.changelog.Mutation;
import org.robotoverlord.changelog.form.Scalar;
import org.robotoverlord.changelog.yaml.YamlNode;
import org.robotoverlord.changelog.yaml.YamlText;

/**
 * Makes of real YAML other YAML that is well formed: values where others belong, keys misspelt, left out and said twice, pieces of
 * one file in another. What comes of it gets past the parser, to all that reads its nodes.
 */
final class TreeMutation {
    private final Map<String, List<YamlNode>> byKey = new HashMap<>();
    private final List<String> keys = new ArrayList<>();
    private final List<String> scalars = new ArrayList<>(Hostile.TEXTS);

    /** @param trees whose pieces are put into each other */
    TreeMutation(List<YamlNode> trees) {
        for (YamlNode tree : trees) {
            Trees.walk(tree, node -> {
                if (node instanceof YamlNode.Mapping mapping) {
                    mapping.entries().forEach(this::learn);
                }
            });
        }
        keys.addAll(byKey.keySet());
        Collections.sort(keys);
    }

    private void learn(YamlNode.Entry entry) {
        byKey.computeIfAbsent(entry.key(), none -> new ArrayList<>()).add(entry.value());
        if (entry.value() instanceof YamlNode.Text text && scalars.size() < 5_000) {
            scalars.add(text.scalar().text());
        }
    }

    /** The text of a tree in which a few things are other than they were. */
    byte[] of(YamlNode tree, Random random) {
        YamlNode changed = tree;
        for (int i = 0; i <= random.nextInt(4); i++) {
            List<YamlNode> nodes = Trees.all(changed);
            YamlNode node = nodes.get(random.nextInt(nodes.size()));
            changed = Trees.with(changed, node, other(node, random));
        }
        byte[] text = YamlText.of(changed).getBytes(UTF_8);
        return random.nextInt(8) == 0 ? Mutation.of(text, random) : text;
    }

    private YamlNode other(YamlNode node, Random random) {
        if (random.nextInt(12) == 0) {
            return any(random);
        }
        if (node instanceof YamlNode.Text text) {
            return scalar(text, random);
        }
        return node instanceof YamlNode.Mapping mapping
                ? mapping(mapping, random)
                : sequence((YamlNode.Sequence) node, random);
    }

    private YamlNode any(Random random) {
        List<YamlNode> found = byKey.get(pick(keys, random));
        return pick(found, random);
    }

    private YamlNode scalar(YamlNode.Text text, Random random) {
        String old = text.scalar().text();
        String other = random.nextInt(40) == 0
                ? pick(Hostile.LONG_TEXTS, random)
                : random.nextInt(3) > 0
                        ? pick(scalars, random)
                        : new String(Mutation.of(old.getBytes(UTF_8), random), UTF_8).replace("\ufffd", "?");
        boolean plain = random.nextBoolean();
        return random.nextInt(10) == 0
                ? new YamlNode.Sequence(List.of(text), text.place())
                : new YamlNode.Text(plain ? Scalar.plain(other) : Scalar.quoted(other), text.place());
    }

    private YamlNode mapping(YamlNode.Mapping mapping, Random random) {
        List<YamlNode.Entry> entries = new ArrayList<>(mapping.entries());
        if (entries.isEmpty() || random.nextInt(4) == 0) {
            String key = pick(keys, random);
            YamlNode value = random.nextInt(4) == 0 ? any(random) : pick(byKey.get(key), random);
            entries.add(random.nextInt(entries.size() + 1), new YamlNode.Entry(key, mapping.place(), value));
            return new YamlNode.Mapping(entries, mapping.place());
        }
        int at = random.nextInt(entries.size());
        YamlNode.Entry entry = entries.get(at);
        switch (random.nextInt(5)) {
            case 0 -> entries.remove(at);
            case 1 -> entries.add(entry);
            case 2 -> entries.set(at, new YamlNode.Entry(name(entry.key(), random), entry.keyPlace(), entry.value()));
            case 3 ->
                entries.set(
                        at,
                        new YamlNode.Entry(
                                entry.key(),
                                entry.keyPlace(),
                                pick(byKey.getOrDefault(entry.key(), List.of(mapping)), random)));
            default -> Collections.swap(entries, at, random.nextInt(entries.size()));
        }
        return new YamlNode.Mapping(entries, mapping.place());
    }

    private String name(String old, Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> pick(keys, random);
            case 1 -> pick(scalars, random);
            default -> new String(Mutation.of(old.getBytes(UTF_8), random), UTF_8).replace("\ufffd", "?");
        };
    }

    private YamlNode sequence(YamlNode.Sequence sequence, Random random) {
        List<YamlNode> items = new ArrayList<>(sequence.items());
        if (items.isEmpty() || random.nextInt(4) == 0) {
            items.add(random.nextInt(items.size() + 1), any(random));
            return new YamlNode.Sequence(items, sequence.place());
        }
        int at = random.nextInt(items.size());
        switch (random.nextInt(4)) {
            case 0 -> items.remove(at);
            case 1 -> items.add(random.nextInt(items.size() + 1), items.get(at));
            default -> Collections.swap(items, at, random.nextInt(items.size()));
        }
        return new YamlNode.Sequence(items, sequence.place());
    }

    private static <T> T pick(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }
}
