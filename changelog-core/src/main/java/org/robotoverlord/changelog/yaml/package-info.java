/**
 * Records ↔ YAML, with the place of everything that is wrong. It knows no change and no schema: the shape of a record is the
 * grammar. Begin with {@link org.robotoverlord.changelog.yaml.YamlReader} and {@link
 * org.robotoverlord.changelog.yaml.YamlWriter}.
 */
package org.robotoverlord.changelog.yaml;
