package org.robotoverlord.changelog.change;

/** Keys and other constraints. */
final class ConstraintExamples extends ExampleGroup {
    ConstraintExamples() {
        String keyless =
                "- createTable: {name: tags, columns: {id: {type: integer, nullable: false}, name: {type: text, nullable: false}, up: integer}}";
        add("add-primary-key", "addPrimaryKey: {table: tags, columns: [id, name]}", keyless);
        add("add-primary-key-by-name", "addPrimaryKey: {table: tags, name: \"Tag key\", columns: [id]}", keyless);
        add("drop-primary-key", "dropConstraint: {table: posts, name: posts_pkey}");
        add("add-unique", "addUnique: {table: users, name: users_bio_key, columns: [bio, born], deferrable: deferred}");
        add(
                15,
                "add-unique-nulls-not-distinct",
                "addUnique: {table: users, name: users_bio_key, columns: [id, bio], nullsNotDistinct: true}");
        add("drop-unique", "dropConstraint: {table: users, name: users_email_key}");
        add(
                "add-check",
                "addCheck: {table: users, name: users_role_check, check: \"role <> 'overlord' or score > 5\"}");
        add("drop-check", "dropConstraint: {table: users, name: users_score_check}");
        add("add-foreign-key", """
                addForeignKey: {table: posts, name: posts_number_fkey, columns: [number], references: users, to: [id], onDelete: set default, onUpdate: cascade, deferrable: immediate}
                """, "- delete: {table: posts, where: 'true', down: none}");
        add(
                "add-foreign-key-to-itself",
                "addForeignKey: {table: tags, name: tags_up_fkey, columns: [up], references: tags}",
                keyless + "\n- addPrimaryKey: {table: tags, columns: [id]}\n");
        add("drop-foreign-key", "dropConstraint: {table: posts, name: posts_author_id_fkey}");
        add("rename-primary-key", "renameConstraint: {table: users, from: users_pkey, to: \"Users key\"}");
        add("rename-unique", "renameConstraint: {table: users, from: users_email_key, to: users_mail_key}");
        add("rename-check", "renameConstraint: {table: users, from: users_score_check, to: users_points_check}");
        add("rename-foreign-key", "renameConstraint: {table: posts, from: posts_author_id_fkey, to: posts_user_fkey}");
    }
}
