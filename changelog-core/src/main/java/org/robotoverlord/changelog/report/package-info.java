/**
 * What was found, in the words of whoever reads it: a person at a console, a server that builds. Begin with {@link
 * org.robotoverlord.changelog.report.FindingText}.
 */
package org.robotoverlord.changelog.report;
