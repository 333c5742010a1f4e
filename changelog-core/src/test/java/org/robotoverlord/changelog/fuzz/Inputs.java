package org.robotoverlord.changelog.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.robotoverlord.changelog.Mutation;
import org.robotoverlord.changelog.yaml.YamlNode;

/** Inputs of a target without an end, made of its seeds; the same for the same number. */
final class Inputs {
    private final List<byte[]> seeds;
    private final List<Map<String, YamlNode>> trees = new ArrayList<>();
    private final TreeMutation mutation;

    Inputs(FuzzTarget target) {
        this.seeds = target.seeds();
        List<YamlNode> all = new ArrayList<>();
        for (byte[] seed : seeds) {
            Map<String, YamlNode> parts = parts(seed);
            trees.add(parts);
            all.addAll(parts.values());
        }
        this.mutation = new TreeMutation(all);
    }

    /** The files of a folder, or a file alone, which has no name. */
    private static Map<String, YamlNode> parts(byte[] seed) {
        Map<String, YamlNode> parts = new LinkedHashMap<>();
        if (new String(seed, UTF_8).startsWith("%%% ")) {
            Folder.of(seed).files().forEach((name, bytes) -> tree(bytes).ifPresent(tree -> parts.put(name, tree)));
        } else {
            tree(seed).ifPresent(tree -> parts.put("", tree));
        }
        return parts;
    }

    private static Optional<YamlNode> tree(byte[] bytes) {
        return Trees.parse(bytes).filter(YamlNode.Mapping.class::isInstance);
    }

    byte[] get(long number) {
        Random random = new Random(number);
        int at = random.nextInt(seeds.size());
        byte[] seed = seeds.get(at);
        return switch (random.nextInt(8)) {
            case 0, 1 -> Mutation.of(seed, random);
            case 2 -> Hostile.saved(seed, random);
            default -> trees.get(at).isEmpty() ? Hostile.in(seed, random) : changed(trees.get(at), random);
        };
    }

    private byte[] changed(Map<String, YamlNode> parts, Random random) {
        List<String> names = List.copyOf(parts.keySet());
        String chosen = names.get(random.nextInt(names.size()));
        byte[] text = mutation.of(parts.get(chosen), random);
        if (chosen.isEmpty()) {
            return text;
        }
        Map<String, byte[]> files = new LinkedHashMap<>();
        parts.forEach((name, tree) -> files.put(
                name,
                name.equals(chosen)
                        ? text
                        : org.robotoverlord.changelog.yaml.YamlText.of(tree).getBytes(UTF_8)));
        return Folder.joined(files);
    }
}
