/**
 * The marks on record components that the reader and the writer of YAML work from: a record <em>is</em> its written form. Begin
 * with {@link org.robotoverlord.changelog.form.Bare} and {@link org.robotoverlord.changelog.form.Inline}.
 *
 * <p>Without a mark, a component is a key of its own name: an {@code Optional} may be absent, an absent {@code List} or {@code
 * Map} is empty, all else is required.
 */
package org.robotoverlord.changelog.form;
