package org.robotoverlord.changelog.change;

import java.util.ArrayList;
import java.util.List;

/** Examples of changes of one noun, each added with a word on its situation; most are applied to the {@link Forum}. */
abstract class ExampleGroup {
    private final List<Change> forum = Forum.changes();
    private final List<ChangeExample> all = new ArrayList<>();

    final List<ChangeExample> all() {
        return all;
    }

    final void add(String name, String change) {
        add(0, name, change);
    }

    final void add(int since, String name, String change) {
        add(since, name, change, "[]");
    }

    final void add(String name, String change, String given) {
        add(0, name, change, given);
    }

    final void add(int since, String name, String change, String given) {
        List<Change> whole = new ArrayList<>(forum);
        whole.addAll(ChangeExample.changes(given));
        add(since, name, change, whole);
    }

    /** Beside nothing but what is given. */
    final void add(String name, String change, String given, boolean inForum) {
        List<Change> whole = new ArrayList<>(inForum ? forum : forum.subList(0, 1));
        whole.addAll(ChangeExample.changes(given));
        add(0, name, change, whole);
    }

    private void add(int since, String name, String change, List<Change> given) {
        all.add(new ChangeExample(name, given, ChangeExample.change(change), since));
    }
}
