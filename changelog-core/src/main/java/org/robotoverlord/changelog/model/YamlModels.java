package org.robotoverlord.changelog.model;

import java.util.List;
import java.util.function.Predicate;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Setting;

/** Models in YAML files: all files of an app together, as if they were one. All that is wrong in any of them is told at once. */
public final class YamlModels implements ModelSource {
    private final List<ModelFile> files;
    private final Name migrationTable;
    private final Predicate<Name> managed;

    /**
     * @param files in the order their tables are to be made, where nothing else decides it
     * @param migrationTable the table that runs are recorded in, which no model may declare
     * @param managed which tables the app manages; the others are left out
     */
    public YamlModels(List<ModelFile> files, Name migrationTable, Predicate<Name> managed) {
        this.files = List.copyOf(files);
        this.migrationTable = migrationTable;
        this.managed = managed;
    }

    @Override
    public Models read(Setting setting) {
        return new ModelReading(setting, migrationTable, managed).of(files);
    }
}
