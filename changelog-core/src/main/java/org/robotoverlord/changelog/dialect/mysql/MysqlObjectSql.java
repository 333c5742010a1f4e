package org.robotoverlord.changelog.dialect.mysql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.robotoverlord.changelog.change.AlterSequence;
import org.robotoverlord.changelog.change.CreateFunction;
import org.robotoverlord.changelog.change.CreateProcedure;
import org.robotoverlord.changelog.change.CreateSequence;
import org.robotoverlord.changelog.change.CreateView;
import org.robotoverlord.changelog.change.DropFunction;
import org.robotoverlord.changelog.change.DropProcedure;
import org.robotoverlord.changelog.change.DropSequence;
import org.robotoverlord.changelog.change.DropView;
import org.robotoverlord.changelog.change.RefreshView;
import org.robotoverlord.changelog.change.RenameFunction;
import org.robotoverlord.changelog.change.RenameProcedure;
import org.robotoverlord.changelog.change.RenameSequence;
import org.robotoverlord.changelog.change.RenameView;
import org.robotoverlord.changelog.change.ReplaceFunction;
import org.robotoverlord.changelog.change.ReplaceProcedure;
import org.robotoverlord.changelog.change.ReplaceView;
import org.robotoverlord.changelog.dialect.Dialect;
import org.robotoverlord.changelog.dialect.Moment;
import org.robotoverlord.changelog.dialect.StandardSql;
import org.robotoverlord.changelog.dialect.Statement;
import org.robotoverlord.changelog.dialect.TableSql;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Routine;
import org.robotoverlord.changelog.schema.RoutineBody;
import org.robotoverlord.changelog.schema.Routines;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Signature;

/**
 * Writes the changes of what stands beside tables: sequences, routines, triggers and views. What any change means to tables is told by
 * comparing them before and after it; see {@link MysqlAlter}.
 */
abstract class MysqlObjectSql extends StandardSql {
    /** Writes what is there after the change. */
    final MysqlPhrases write;
    /** Writes what is there before it. */
    final MysqlPhrases then;

    final MysqlViews views;
    final MysqlSequences sequences;
    final MysqlRoutines routines;

    MysqlObjectSql(Dialect dialect, Moment moment) {
        this(
                dialect,
                moment,
                new MysqlPhrases(dialect, moment.after(), moment.server()),
                new MysqlPhrases(dialect, moment.before(), moment.server()));
    }

    private MysqlObjectSql(Dialect dialect, Moment moment, MysqlPhrases write, MysqlPhrases then) {
        super(dialect, moment, write, new TableSql(moment, write), new MysqlRows(moment, write));
        this.write = write;
        this.then = then;
        this.views = new MysqlViews(moment, write);
        this.sequences = new MysqlSequences(moment, write);
        this.routines = new MysqlRoutines(moment, write);
    }

    /** What leads from the tables before this change to those after it. */
    final List<Statement> altered() {
        return altered(moment.before(), moment.after());
    }

    final List<Statement> altered(Schema from, Schema to) {
        return MysqlAlter.between(from, to, phrases(from), phrases(to), List.of(moment.change()));
    }

    private MysqlPhrases phrases(Schema schema) {
        return schema == moment.after()
                ? write
                : schema == moment.before() ? then : new MysqlPhrases(dialect, schema, moment.server());
    }

    final Statement outside(String sql, String done) {
        return Statement.outside(sql, List.of(moment.change()), Optional.of(done));
    }

    /** What makes, drops or renames a thing, and what that means to tables: names of constraints that were taken, or are free, and of sequences. */
    final List<Statement> with(Statement statement) {
        List<Statement> statements = new ArrayList<>(List.of(statement));
        statements.addAll(altered());
        return statements;
    }

    /** Views hold no rows of their own that could be indexed. */
    final void requireTable(Name name) {
        moment.before().find(Kind.VIEW, name).ifPresent(view -> MysqlViews.requirePlain(name, view));
    }

    @Override
    public List<Statement> visit(CreateSequence change) {
        return write.isMariadb() ? List.of(sequences.create(change.name(), change.sequence())) : super.visit(change);
    }

    @Override
    public List<Statement> visit(AlterSequence change) {
        return write.isMariadb() ? sequences.alter(change.name()) : super.visit(change);
    }

    @Override
    public List<Statement> visit(RenameSequence change) {
        return write.isMariadb() ? with(sequences.rename(change.from(), change.to())) : super.visit(change);
    }

    @Override
    public List<Statement> visit(DropSequence change) {
        return write.isMariadb() ? List.of(sequences.drop(change.name())) : super.visit(change);
    }

    @Override
    public List<Statement> visit(CreateFunction change) {
        return routines.create(is(Kind.FUNCTION, change.name()));
    }

    @Override
    public List<Statement> visit(ReplaceFunction change) {
        return routines.replace(was(Kind.FUNCTION, change.name()), is(Kind.FUNCTION, change.name()));
    }

    @Override
    public List<Statement> visit(RenameFunction change) {
        return routines.rename(was(Kind.FUNCTION, change.from()), is(Kind.FUNCTION, change.to()));
    }

    @Override
    public List<Statement> visit(DropFunction change) {
        return routines.drop(was(Kind.FUNCTION, change.name()));
    }

    @Override
    public List<Statement> visit(CreateProcedure change) {
        return routines.create(is(Kind.PROCEDURE, change.name()));
    }

    @Override
    public List<Statement> visit(ReplaceProcedure change) {
        return routines.replace(was(Kind.PROCEDURE, change.name()), is(Kind.PROCEDURE, change.name()));
    }

    @Override
    public List<Statement> visit(RenameProcedure change) {
        return routines.rename(was(Kind.PROCEDURE, change.from()), is(Kind.PROCEDURE, change.to()));
    }

    @Override
    public List<Statement> visit(DropProcedure change) {
        return routines.drop(was(Kind.PROCEDURE, change.name()));
    }

    private <T extends RoutineBody> Routine<T> was(Kind<Routine<T>> kind, Signature signature) {
        return Routines.find(moment.before(), kind, signature).orElseThrow();
    }

    private <T extends RoutineBody> Routine<T> is(Kind<Routine<T>> kind, Signature signature) {
        return Routines.find(moment.after(), kind, signature).orElseThrow();
    }

    /** See {@link MysqlTriggers}. */
    @Override
    protected List<Statement> triggers() {
        return List.of();
    }

    @Override
    public List<Statement> visit(CreateView change) {
        return List.of(views.create(moment.before().local(change.name()), change.view()));
    }

    @Override
    public List<Statement> visit(ReplaceView change) {
        return views.replace(change.name());
    }

    @Override
    public List<Statement> visit(RenameView change) {
        return views.rename(change.from(), change.to());
    }

    @Override
    public List<Statement> visit(DropView change) {
        return List.of(views.drop(change.name()));
    }

    @Override
    public List<Statement> visit(RefreshView change) {
        requireTable(change.name());
        return List.of();
    }
}
