package org.robotoverlord.changelog.change;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;

/**
 * Something that happens to a schema: one thing, which knows its reverse. It answers questions about itself and touches nothing.
 *
 * <p>The law that every kind keeps: {@code change.reverse(before).apply(change.apply(before)).equals(before)}.
 */
public sealed interface Change
        permits CreateTable,
                DropTable,
                RenameTable,
                SetComment,
                SetStorage,
                SetRowSecurity,
                CreatePolicy,
                DropPolicy,
                AlterPolicy,
                RenamePolicy,
                AddColumn,
                DropColumn,
                RenameColumn,
                ChangeType,
                SetNullable,
                SetDefault,
                SetIdentity,
                SetGenerated,
                SetCollation,
                AddPrimaryKey,
                AddUnique,
                AddCheck,
                AddForeignKey,
                AddExclude,
                DropConstraint,
                RenameConstraint,
                CreateIndex,
                DropIndex,
                RenameIndex,
                CreateEnum,
                AddEnumValue,
                RenameEnumValue,
                ChangeEnum,
                RenameEnum,
                DropEnum,
                CreateSchema,
                DropSchema,
                RenameSchema,
                CreateExtension,
                DropExtension,
                AlterExtension,
                CreateFunction,
                ReplaceFunction,
                RenameFunction,
                DropFunction,
                CreateProcedure,
                ReplaceProcedure,
                RenameProcedure,
                DropProcedure,
                CreateDomain,
                DropDomain,
                AlterDomain,
                RenameDomain,
                CreateSequence,
                DropSequence,
                AlterSequence,
                RenameSequence,
                CreateView,
                DropView,
                ReplaceView,
                RenameView,
                RefreshView,
                CreateTrigger,
                ReplaceTrigger,
                RenameTrigger,
                DropTrigger,
                CreatePartition,
                DropPartition,
                RenamePartition,
                AttachPartition,
                DetachPartition,
                Insert,
                Uninsert,
                Update,
                Delete,
                Sql {
    /**
     * The schema after it.
     *
     * @throws Problem if the schema doesn't let it happen; it is about the keys that are wrong
     */
    Schema apply(Schema before);

    /**
     * The change that takes it back.
     *
     * @param before the schema that this change is applied to
     * @throws Irreversible if there is no way back
     */
    Change reverse(Schema before);

    /** One plain line with the object's names: {@code rename column users.mail to email}. */
    String describe();

    /** What a changelog of this change alone is called: {@code rename_users_mail_to_email}. */
    String slug();

    /** Calls the visitor's method for this kind. */
    <R> R accept(ChangeVisitor<R> visitor);

    /** What data it loses or may lose, as the end of "loses …"; empty where it loses none. */
    default Optional<String> loses(Schema before) {
        return Optional.empty();
    }

    /** The column that gets NOT NULL by it, so that rows which exist may need a value. */
    default Optional<NeededFill> neededFill(Schema before) {
        return Optional.empty();
    }

    /** All columns that get NOT NULL by it: that one, or each of a domain. */
    default List<NeededFill> neededFills(Schema before) {
        return neededFill(before).stream().toList();
    }

    /** The tables whose rows it writes, as a data change. */
    default Set<Name> writes(Schema before) {
        return Set.of();
    }

    /** Whether it may write rows of any table: raw SQL. */
    default boolean writesAnything() {
        return false;
    }

    /** Whether it has done its work, so that new databases do without it after a squash. */
    default boolean once() {
        return false;
    }

    /**
     * The same with the texts that may hold placeholders replaced.
     *
     * @param sql makes of SQL what is run
     * @param literal makes of a literal what is kept
     */
    default Change mapText(UnaryOperator<String> sql, UnaryOperator<String> literal) {
        return this;
    }

    /** The same with derived names written out: what checksums are made of. */
    default Change canonical() {
        return this;
    }
}
