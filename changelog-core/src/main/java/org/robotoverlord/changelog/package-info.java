/** Schema changes as values: read from models, written as changelogs, applied to a database. */
package org.robotoverlord.changelog;
