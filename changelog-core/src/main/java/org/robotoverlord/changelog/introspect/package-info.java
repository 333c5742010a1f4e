/**
 * What a live database holds, as a {@link org.robotoverlord.changelog.schema.Schema}: the interface, which each dialect implements.
 */
package org.robotoverlord.changelog.introspect;
