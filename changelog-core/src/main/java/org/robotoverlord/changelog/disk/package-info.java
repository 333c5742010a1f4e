/** Files that are written whole or not at all, and links that lead nowhere else. */
package org.robotoverlord.changelog.disk;
