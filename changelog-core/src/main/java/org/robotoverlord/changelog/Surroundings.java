package org.robotoverlord.changelog;

import java.time.Clock;
import java.time.Duration;

/**
 * What is read at the door and passed in.
 *
 * @param clock what time it is
 * @param user who runs this, as rows record it
 * @param toolVersion the version of this tool, as rows record it
 * @param lockTimeout how long to ask for the lock that another run holds
 */
public record Surroundings(Clock clock, String user, String toolVersion, Duration lockTimeout) {}
