package org.robotoverlord.changelog.change;

/** Schemas and extensions. */
final class SchemaExamples extends ExampleGroup {
    SchemaExamples() {
        add("create-schema", "createSchema: {name: \"My schema\"}");
        add("drop-schema", "dropSchema: {name: audit}");
        add("rename-schema", "renameSchema: {from: audit, to: log}", """
                - createTable: {name: audit.log, columns: {id: {type: integer, identity: true}}, primaryKey: [id]}
                """);
        add("create-extension", "createExtension: {name: citext}");
        add("create-extension-in-a-schema", "createExtension: {name: hstore, schema: audit, version: \"1.8\"}");
        add("move-extension", "alterExtension: {name: hstore, schema: audit}", "- createExtension: {name: hstore}");
        add(
                "update-extension",
                "alterExtension: {name: hstore}",
                "- createExtension: {name: hstore, version: \"1.8\"}",
                false);
        add("drop-extension", "dropExtension: {name: citext}", "- createExtension: {name: citext}");
    }
}
