package org.robotoverlord.changelog.plan;

import org.robotoverlord.changelog.schema.Schema;

/**
 * What a whole run makes of a schema.
 *
 * @param before the schema before its first changelog
 * @param after the schema after its last
 */
public record Span(Schema before, Schema after) {}
