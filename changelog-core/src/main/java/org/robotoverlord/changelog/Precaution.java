package org.robotoverlord.changelog;

/** Something that is done before a run changes a database, and only where it does. */
public interface Precaution {
    /** Nothing. */
    Precaution NONE = new Precaution() {
        @Override
        public void check() {}

        @Override
        public void take() {}
    };

    /**
     * Makes sure, before anybody is asked anything, that it can be done.
     *
     * @throws org.robotoverlord.changelog.problem.Problem if it can't
     */
    void check();

    /**
     * Does it. The lock is held, and nothing was changed yet.
     *
     * @throws org.robotoverlord.changelog.problem.Problem if it fails; then the run goes no further
     */
    void take();
}
