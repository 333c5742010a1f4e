package org.robotoverlord.changelog.plan;

import org.robotoverlord.changelog.changelog.Changelog;
import org.robotoverlord.changelog.schema.Schema;

/**
 * A changelog that a run is to take one way.
 *
 * @param changelog the changelog
 * @param entry how it stands
 * @param before the schema that the database has before it is applied
 */
record Due(Changelog changelog, Standing.Entry entry, Schema before) {}
