package org.robotoverlord.changelog.dialect;

/**
 * A right that a user lacks.
 *
 * @param what the user may not do, as the end of "it may not …"
 * @param mend the statement that gives it, for somebody who may
 */
public record Lack(String what, String mend) {
    @Override
    public String toString() {
        return "it may not " + what + "; " + mend + " lets it";
    }
}
