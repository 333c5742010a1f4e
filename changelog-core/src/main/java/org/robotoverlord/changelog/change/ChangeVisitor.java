package org.robotoverlord.changelog.change;

/**
 * Does something for each kind of change. It has no default bodies: a new kind doesn't compile until every visitor knows it.
 *
 * @param <R> what comes out
 */
public interface ChangeVisitor<R> {
    R visit(CreateTable change);

    R visit(DropTable change);

    R visit(RenameTable change);

    R visit(SetComment change);

    R visit(SetStorage change);

    R visit(SetRowSecurity change);

    R visit(CreatePolicy change);

    R visit(DropPolicy change);

    R visit(AlterPolicy change);

    R visit(RenamePolicy change);

    R visit(AddColumn change);

    R visit(DropColumn change);

    R visit(RenameColumn change);

    R visit(ChangeType change);

    R visit(SetNullable change);

    R visit(SetDefault change);

    R visit(SetIdentity change);

    R visit(SetGenerated change);

    R visit(SetCollation change);

    R visit(AddPrimaryKey change);

    R visit(AddUnique change);

    R visit(AddCheck change);

    R visit(AddForeignKey change);

    R visit(AddExclude change);

    R visit(DropConstraint change);

    R visit(RenameConstraint change);

    R visit(CreateIndex change);

    R visit(DropIndex change);

    R visit(RenameIndex change);

    R visit(CreateEnum change);

    R visit(AddEnumValue change);

    R visit(RenameEnumValue change);

    R visit(ChangeEnum change);

    R visit(RenameEnum change);

    R visit(DropEnum change);

    R visit(CreateSchema change);

    R visit(DropSchema change);

    R visit(RenameSchema change);

    R visit(CreateExtension change);

    R visit(DropExtension change);

    R visit(AlterExtension change);

    R visit(CreateFunction change);

    R visit(ReplaceFunction change);

    R visit(RenameFunction change);

    R visit(DropFunction change);

    R visit(CreateProcedure change);

    R visit(ReplaceProcedure change);

    R visit(RenameProcedure change);

    R visit(DropProcedure change);

    R visit(CreateDomain change);

    R visit(DropDomain change);

    R visit(AlterDomain change);

    R visit(RenameDomain change);

    R visit(CreateSequence change);

    R visit(DropSequence change);

    R visit(AlterSequence change);

    R visit(RenameSequence change);

    R visit(CreateView change);

    R visit(DropView change);

    R visit(ReplaceView change);

    R visit(RenameView change);

    R visit(RefreshView change);

    R visit(CreateTrigger change);

    R visit(ReplaceTrigger change);

    R visit(RenameTrigger change);

    R visit(DropTrigger change);

    R visit(CreatePartition change);

    R visit(DropPartition change);

    R visit(RenamePartition change);

    R visit(AttachPartition change);

    R visit(DetachPartition change);

    R visit(Insert change);

    R visit(Uninsert change);

    R visit(Update change);

    R visit(Delete change);

    R visit(Sql change);
}
