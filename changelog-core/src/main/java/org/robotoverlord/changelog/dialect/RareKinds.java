package org.robotoverlord.changelog.dialect;

import java.util.List;
import org.robotoverlord.changelog.change.AddEnumValue;
import org.robotoverlord.changelog.change.AlterDomain;
import org.robotoverlord.changelog.change.AlterExtension;
import org.robotoverlord.changelog.change.AlterPolicy;
import org.robotoverlord.changelog.change.AlterSequence;
import org.robotoverlord.changelog.change.AttachPartition;
import org.robotoverlord.changelog.change.ChangeEnum;
import org.robotoverlord.changelog.change.ChangeVisitor;
import org.robotoverlord.changelog.change.CreateDomain;
import org.robotoverlord.changelog.change.CreateEnum;
import org.robotoverlord.changelog.change.CreateExtension;
import org.robotoverlord.changelog.change.CreateFunction;
import org.robotoverlord.changelog.change.CreatePartition;
import org.robotoverlord.changelog.change.CreatePolicy;
import org.robotoverlord.changelog.change.CreateProcedure;
import org.robotoverlord.changelog.change.CreateSequence;
import org.robotoverlord.changelog.change.CreateTrigger;
import org.robotoverlord.changelog.change.CreateView;
import org.robotoverlord.changelog.change.DetachPartition;
import org.robotoverlord.changelog.change.DropDomain;
import org.robotoverlord.changelog.change.DropEnum;
import org.robotoverlord.changelog.change.DropExtension;
import org.robotoverlord.changelog.change.DropFunction;
import org.robotoverlord.changelog.change.DropPartition;
import org.robotoverlord.changelog.change.DropPolicy;
import org.robotoverlord.changelog.change.DropProcedure;
import org.robotoverlord.changelog.change.DropSequence;
import org.robotoverlord.changelog.change.DropTrigger;
import org.robotoverlord.changelog.change.DropView;
import org.robotoverlord.changelog.change.RefreshView;
import org.robotoverlord.changelog.change.RenameDomain;
import org.robotoverlord.changelog.change.RenameEnum;
import org.robotoverlord.changelog.change.RenameEnumValue;
import org.robotoverlord.changelog.change.RenameFunction;
import org.robotoverlord.changelog.change.RenamePartition;
import org.robotoverlord.changelog.change.RenamePolicy;
import org.robotoverlord.changelog.change.RenameProcedure;
import org.robotoverlord.changelog.change.RenameSequence;
import org.robotoverlord.changelog.change.RenameTrigger;
import org.robotoverlord.changelog.change.RenameView;
import org.robotoverlord.changelog.change.ReplaceFunction;
import org.robotoverlord.changelog.change.ReplaceProcedure;
import org.robotoverlord.changelog.change.ReplaceTrigger;
import org.robotoverlord.changelog.change.ReplaceView;
import org.robotoverlord.changelog.change.SetRowSecurity;
import org.robotoverlord.changelog.change.SetStorage;

/**
 * The kinds of thing that few databases have. One that has none of a kind says so, with a way out; a dialect that has them overrides
 * what is here.
 */
abstract class RareKinds implements ChangeVisitor<List<Statement>> {
    private final String title;

    /**
     * @param title what people call the database
     */
    RareKinds(String title) {
        this.title = title;
    }

    /** That the database has nothing of a kind. */
    protected final Unsupported lacks(String what, String instead) {
        return new Unsupported(title + " has no " + what + "; " + instead);
    }

    @Override
    public List<Statement> visit(SetStorage change) {
        throw lacks("storage parameters", "leave 'with' out");
    }

    @Override
    public List<Statement> visit(SetRowSecurity change) {
        throw noRowSecurity();
    }

    @Override
    public List<Statement> visit(CreatePolicy change) {
        throw noRowSecurity();
    }

    @Override
    public List<Statement> visit(DropPolicy change) {
        throw noRowSecurity();
    }

    @Override
    public List<Statement> visit(AlterPolicy change) {
        throw noRowSecurity();
    }

    @Override
    public List<Statement> visit(RenamePolicy change) {
        throw noRowSecurity();
    }

    /** That the database has no policies. */
    final Unsupported noRowSecurity() {
        return lacks("row security", "leave 'rowSecurity' and 'policies' out, and give out views of the rows");
    }

    @Override
    public List<Statement> visit(CreateEnum change) {
        throw noEnums();
    }

    @Override
    public List<Statement> visit(AddEnumValue change) {
        throw noEnums();
    }

    @Override
    public List<Statement> visit(RenameEnumValue change) {
        throw noEnums();
    }

    @Override
    public List<Statement> visit(ChangeEnum change) {
        throw noEnums();
    }

    @Override
    public List<Statement> visit(RenameEnum change) {
        throw noEnums();
    }

    @Override
    public List<Statement> visit(DropEnum change) {
        throw noEnums();
    }

    private Unsupported noEnums() {
        return lacks("enum types", "write a varchar with a check");
    }

    @Override
    public List<Statement> visit(CreateExtension change) {
        throw noExtensions();
    }

    @Override
    public List<Statement> visit(DropExtension change) {
        throw noExtensions();
    }

    @Override
    public List<Statement> visit(AlterExtension change) {
        throw noExtensions();
    }

    private Unsupported noExtensions() {
        return lacks("extensions", "leave them out of the models");
    }

    @Override
    public List<Statement> visit(CreateFunction change) {
        throw noRoutines();
    }

    @Override
    public List<Statement> visit(ReplaceFunction change) {
        throw noRoutines();
    }

    @Override
    public List<Statement> visit(RenameFunction change) {
        throw noRoutines();
    }

    @Override
    public List<Statement> visit(DropFunction change) {
        throw noRoutines();
    }

    @Override
    public List<Statement> visit(CreateProcedure change) {
        throw noRoutines();
    }

    @Override
    public List<Statement> visit(ReplaceProcedure change) {
        throw noRoutines();
    }

    @Override
    public List<Statement> visit(RenameProcedure change) {
        throw noRoutines();
    }

    @Override
    public List<Statement> visit(DropProcedure change) {
        throw noRoutines();
    }

    private Unsupported noRoutines() {
        return lacks("functions and procedures that we know of", "make them with sql");
    }

    @Override
    public List<Statement> visit(CreateDomain change) {
        throw noDomains();
    }

    @Override
    public List<Statement> visit(DropDomain change) {
        throw noDomains();
    }

    @Override
    public List<Statement> visit(AlterDomain change) {
        throw noDomains();
    }

    @Override
    public List<Statement> visit(RenameDomain change) {
        throw noDomains();
    }

    private Unsupported noDomains() {
        return lacks("domains", "give each column the type and the checks");
    }

    @Override
    public List<Statement> visit(CreateSequence change) {
        throw noSequences();
    }

    @Override
    public List<Statement> visit(DropSequence change) {
        throw noSequences();
    }

    @Override
    public List<Statement> visit(AlterSequence change) {
        throw noSequences();
    }

    @Override
    public List<Statement> visit(RenameSequence change) {
        throw noSequences();
    }

    private Unsupported noSequences() {
        return lacks("sequences", "give the column an identity");
    }

    @Override
    public List<Statement> visit(CreateTrigger change) {
        return triggers();
    }

    @Override
    public List<Statement> visit(ReplaceTrigger change) {
        return triggers();
    }

    @Override
    public List<Statement> visit(RenameTrigger change) {
        return triggers();
    }

    @Override
    public List<Statement> visit(DropTrigger change) {
        return triggers();
    }

    @Override
    public List<Statement> visit(CreatePartition change) {
        throw noPartitions();
    }

    @Override
    public List<Statement> visit(DropPartition change) {
        throw noPartitions();
    }

    @Override
    public List<Statement> visit(RenamePartition change) {
        throw noPartitions();
    }

    @Override
    public List<Statement> visit(AttachPartition change) {
        throw noPartitions();
    }

    @Override
    public List<Statement> visit(DetachPartition change) {
        throw noPartitions();
    }

    /** That the database has no partitions. */
    final Unsupported noPartitions() {
        return lacks("partitions that we know of", "leave 'partitionBy' and 'partitions' out");
    }

    /** What a change of a trigger asks for; none where {@link HeldTriggers} tell what becomes of all of them. */
    protected List<Statement> triggers() {
        throw lacks("triggers that we know of", "make them with sql");
    }

    @Override
    public List<Statement> visit(CreateView change) {
        throw noViews();
    }

    @Override
    public List<Statement> visit(DropView change) {
        throw noViews();
    }

    @Override
    public List<Statement> visit(ReplaceView change) {
        throw noViews();
    }

    @Override
    public List<Statement> visit(RenameView change) {
        throw noViews();
    }

    @Override
    public List<Statement> visit(RefreshView change) {
        throw noViews();
    }

    private Unsupported noViews() {
        return lacks("views that we know of", "make them with sql");
    }
}
