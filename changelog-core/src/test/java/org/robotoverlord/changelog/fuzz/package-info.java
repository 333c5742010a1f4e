/**
 * What strangers may send: inputs made of real ones, and what becomes of them. Begin with {@link
 * org.robotoverlord.changelog.fuzz.FuzzTarget}.
 */
package org.robotoverlord.changelog.fuzz;
