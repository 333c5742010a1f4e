package org.robotoverlord.changelog.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How a program of PostgreSQL is run, which refuses to be run by root. Root therefore becomes someone else, in one of several
 * ways, as no one of them works in every container.
 *
 * <p>The files of a data directory belong to whom the first start became. A data directory keeps to that {@link #owner()}.
 */
enum Way {
    /** As the user who runs this program. */
    DIRECT("user " + User.current().name()) {
        @Override
        List<String> wrap(List<String> command) {
            return command;
        }
    },

    /** In a user namespace where root is nobody, though its files stay root's: no file need change hands. */
    UNSHARE("root in a user namespace") {
        @Override
        List<String> wrap(List<String> command) {
            return join(List.of("unshare", "-U"), command);
        }
    },

    SETPRIV(Way.NOBODY) {
        @Override
        List<String> wrap(List<String> command) {
            return join(BECOME_NOBODY, command);
        }
    },

    /** Needs PAM to be set up, which a container's root may lack. */
    RUNUSER(Way.NOBODY) {
        @Override
        List<String> wrap(List<String> command) {
            return join(List.of("runuser", "-u", NOBODY, "--"), command);
        }
    },

    SU(Way.NOBODY) {
        @Override
        List<String> wrap(List<String> command) {
            String line = command.stream().map(Way::quoted).collect(Collectors.joining(" "));
            return List.of("su", "-s", "/bin/sh", NOBODY, "-c", "exec " + line);
        }
    },

    /**
     * As nobody who may go where root may. The last resort, for a build that lies where nobody may go, such as in root's home;
     * whoever gets hold of such a server reads and writes every file.
     */
    SETPRIV_ANYWHERE(Way.NOBODY) {
        @Override
        List<String> wrap(List<String> command) {
            List<String> anywhere = List.of("--inh-caps=+dac_override", "--ambient-caps=+dac_override");
            return join(join(BECOME_NOBODY, anywhere), command);
        }
    };

    static final String NOBODY = "nobody";

    /** Nobody's number on every Linux of today; the kernel itself uses it. */
    static final int NOBODYS_ID = 65534;

    private static final List<String> BECOME_NOBODY =
            List.of("setpriv", "--reuid=" + NOBODYS_ID, "--regid=" + NOBODYS_ID, "--clear-groups");

    private final String owner;

    Way(String owner) {
        this.owner = owner;
    }

    /** The ways of this process, best first. */
    static List<Way> ofThisProcess() {
        return User.current().root() ? List.of(UNSHARE, SETPRIV, RUNUSER, SU, SETPRIV_ANYWHERE) : List.of(DIRECT);
    }

    /** The command that runs {@code command} in this way. */
    abstract List<String> wrap(List<String> command);

    /** Whose the files become; ways with one owner may stand in for each other. */
    String owner() {
        return owner;
    }

    /** Whether the files must be given away before the server can use them. */
    boolean givesAway() {
        return owner.equals(NOBODY);
    }

    private static List<String> join(List<String> before, List<String> after) {
        List<String> all = new ArrayList<>(before);
        all.addAll(after);
        return all;
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
