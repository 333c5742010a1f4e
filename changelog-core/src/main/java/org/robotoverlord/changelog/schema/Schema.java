package org.robotoverlord.changelog.schema;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.OrderedPMap;
import org.pcollections.OrderedPSet;
import org.pcollections.PMap;
import org.pcollections.PSet;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.problem.Problems;
import org.robotoverlord.changelog.problem.Suggestion;

/**
 * Everything that a database's tables are at one moment: an immutable value that changes make new ones of. Names are looked up
 * with or without the app's own schema. The maps inside are shared between versions, so that a change costs the same whether there
 * are ten tables or ten thousand.
 *
 * <p>{@code with…} and {@code without…} do as told; {@link #require} says whether what came out holds together.
 */
public final class Schema {
    private final Setting setting;
    private final PSet<String> schemas;
    private final PMap<String, Extension> extensions;
    private final Things things;
    private final PMap<Name, Table> tables;
    /** Table → the tables with a foreign key to it; derived from {@code tables}. */
    private final PMap<Name, PSet<Name>> referrers;
    /** Index, key kept by an index, or partition → its table; derived from {@code tables}. */
    private final PMap<Name, Name> relations;
    /** The tables that have policies; derived from {@code tables}. */
    private final PSet<Name> guarded;

    private Schema(
            Setting setting,
            PSet<String> schemas,
            PMap<String, Extension> extensions,
            Things things,
            PMap<Name, Table> tables,
            PMap<Name, PSet<Name>> referrers,
            PMap<Name, Name> relations,
            PSet<Name> guarded) {
        this.setting = setting;
        this.schemas = schemas;
        this.extensions = extensions;
        this.things = things;
        this.tables = tables;
        this.referrers = referrers;
        this.relations = relations;
        this.guarded = guarded;
    }

    /** The schema of a database in which nothing was made yet. */
    public static Schema empty(Setting setting) {
        return new Schema(
                setting,
                OrderedPSet.empty(),
                OrderedPMap.empty(),
                Things.NONE,
                OrderedPMap.empty(),
                HashTreePMap.empty(),
                HashTreePMap.empty(),
                HashTreePSet.empty());
    }

    public Setting setting() {
        return setting;
    }

    /** The declared schemas beside the app's own. */
    public Set<String> schemas() {
        return schemas;
    }

    public Map<String, Extension> extensions() {
        return extensions;
    }

    public Map<Name, EnumType> enums() {
        return all(Kind.ENUM);
    }

    /** The things of a kind, by their names. */
    public <T> Map<Name, T> all(Kind<T> kind) {
        return things.all(kind);
    }

    public Map<Name, Table> tables() {
        return tables;
    }

    /** The name as it is kept here: without the schema where that is the app's own. */
    public Name local(Name name) {
        boolean home = name.schema().isPresent() && name.schema().get().equals(setting.home());
        return home ? Name.of(name.local()) : name;
    }

    /** Whether any table has policies: most schemas have none, and needn't be searched for them. */
    public boolean hasPolicies() {
        return !guarded.isEmpty();
    }

    public Optional<Table> findTable(Name name) {
        return Optional.ofNullable(tables.get(local(name)));
    }

    /** @throws Problem if there is no such table, with the nearest name */
    public Table table(Name name) {
        Table table = tables.get(local(name));
        if (table == null) {
            throw missing("table", name, tables.keySet());
        }
        return table;
    }

    public Optional<EnumType> findEnum(Name name) {
        return find(Kind.ENUM, name);
    }

    /** @throws Problem if there is no such enum, with the nearest name */
    public EnumType enumType(Name name) {
        return get(Kind.ENUM, name);
    }

    public <T> Optional<T> find(Kind<T> kind, Name name) {
        return Optional.ofNullable(all(kind).get(local(name)));
    }

    /** @throws Problem if there is nothing of that kind and name, with the nearest name */
    public <T> T get(Kind<T> kind, Name name) {
        return find(kind, name)
                .orElseThrow(() -> missing(kind.toString(), name, all(kind).keySet()));
    }

    /** The tables with a foreign key to this one, itself included where it points to itself. */
    public Set<Name> referrersOf(Name table) {
        return referrers.getOrDefault(local(table), HashTreePSet.empty());
    }

    /** The table that an index, a key kept by one, or a partition belongs to. */
    public Optional<Name> tableOfIndex(Name index) {
        return Optional.ofNullable(relations.get(local(index)));
    }

    /** Whether there are any views: most schemas have none. */
    public boolean hasViews() {
        return !all(Kind.VIEW).isEmpty();
    }

    /** The views, but for itself, whose queries name a table, view or sequence, or may. */
    Set<Name> viewsNaming(Name relation) {
        Name name = local(relation);
        Set<Name> naming = new HashSet<>(things.views().naming(name));
        if (name.schema().isEmpty()) {
            naming.addAll(things.views().naming(Name.of(setting.home(), name.local())));
        }
        naming.remove(name);
        return naming;
    }

    /** The materialised view that an index belongs to. */
    public Optional<Name> viewOfIndex(Name index) {
        return Optional.ofNullable(things.views().indexes().get(local(index)));
    }

    /** The columns of an enum's type, arrays of it included, as table → names. */
    public Map<Name, List<String>> columnsOf(Name userType) {
        Name wanted = local(userType);
        return tables.entrySet().stream()
                .map(entry -> Map.entry(
                        entry.getKey(),
                        entry.getValue().columns().entrySet().stream()
                                .filter(column -> isOf(column.getValue().type(), wanted))
                                .map(Map.Entry::getKey)
                                .toList()))
                .filter(entry -> !entry.getValue().isEmpty())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, java.util.LinkedHashMap::new));
    }

    private boolean isOf(ColumnType type, Name wanted) {
        return type.userType().filter(name -> local(name).equals(wanted)).isPresent();
    }

    /** What is wrong with a thing in that schema: that nobody declared the schema. */
    public Optional<Problem> undeclared(String thing, Optional<String> in) {
        if (in.isEmpty() || in.get().equals(setting.home()) || schemas.contains(in.get())) {
            return Optional.empty();
        }
        return Optional.of(new Problem(thing + " lies in schema '" + in.get() + "', which is not declared"
                + Suggestion.of(in.get(), schemas) + "; add it to 'schemas', or write a createSchema before"));
    }

    private static Problem missing(String kind, Name name, Collection<Name> known) {
        Set<String> names = known.stream().map(Name::toString).collect(Collectors.toSet());
        return new Problem("there is no " + kind + " '" + name + "'" + Suggestion.of(name.toString(), names))
                .about(kind);
    }

    public Schema withSchema(String name) {
        return new Schema(setting, schemas.plus(name), extensions, things, tables, referrers, relations, guarded);
    }

    public Schema withoutSchema(String name) {
        return new Schema(setting, schemas.minus(name), extensions, things, tables, referrers, relations, guarded);
    }

    /** With an extension added or replaced; where its things lie in the app's own schema, that goes without saying. */
    public Schema withExtension(String name, Extension extension) {
        Extension local =
                new Extension(extension.schema().filter(schema -> !schema.equals(setting.home())), extension.version());
        return new Schema(
                setting, schemas, extensions.plus(name, local), things, tables, referrers, relations, guarded);
    }

    public Schema withoutExtension(String name) {
        return new Schema(setting, schemas, extensions.minus(name), things, tables, referrers, relations, guarded);
    }

    /** With a thing added, or another put in its place. */
    public <T> Schema with(Kind<T> kind, Name name, T thing) {
        return with(things.with(kind, local(name), kind.mapNames(thing, this::local)));
    }

    public Schema without(Kind<?> kind, Name name) {
        return with(things.without(kind, local(name)));
    }

    private Schema with(Things others) {
        return new Schema(setting, schemas, extensions, others, tables, referrers, relations, guarded);
    }

    /** With a table added or replaced; its foreign keys are completed with the columns they point to. */
    public Schema with(Name name, Table table) {
        Name key = local(name);
        Table resolved = resolved(key, table);
        Table before = tables.getOrDefault(key, Table.EMPTY);
        return new Schema(
                setting,
                schemas,
                extensions,
                things,
                tables.plus(key, resolved),
                referrers(key, before, resolved),
                relations(key, before, resolved),
                resolved.policies().isEmpty() ? guarded.minus(key) : guarded.plus(key));
    }

    public Schema withoutTable(Name name) {
        Name key = local(name);
        Table before = tables.get(key);
        return before == null
                ? this
                : new Schema(
                        setting,
                        schemas,
                        extensions,
                        things,
                        tables.minus(key),
                        referrers(key, before, Table.EMPTY),
                        relations(key, before, Table.EMPTY),
                        guarded.minus(key));
    }

    /** Who points to whom once a table is another; most changes of a table leave its foreign keys as they are. */
    private PMap<Name, PSet<Name>> referrers(Name key, Table before, Table after) {
        if (before.foreignKeys() == after.foreignKeys()) {
            return referrers;
        }
        Set<Name> gone = before.references();
        Set<Name> here = after.references();
        if (gone.equals(here)) {
            return referrers;
        }
        PMap<Name, PSet<Name>> pointing = referrers;
        for (Name target : gone) {
            pointing = here.contains(target)
                    ? pointing
                    : pointing.plus(target, pointing.get(target).minus(key));
        }
        for (Name target : here) {
            pointing = pointing.plus(
                    target, pointing.getOrDefault(target, HashTreePSet.empty()).plus(key));
        }
        return pointing;
    }

    /** Whose the indexes are once a table is another; most changes of a table leave their names as they are. */
    private PMap<Name, Name> relations(Name key, Table before, Table after) {
        if (before.primaryKey() == after.primaryKey()
                && before.uniques() == after.uniques()
                && before.indexes() == after.indexes()
                && before.excludes() == after.excludes()
                && before.partitioning() == after.partitioning()) {
            return relations;
        }
        Set<String> gone = before.relationNames();
        Set<String> here = after.relationNames();
        if (gone.equals(here)) {
            return relations;
        }
        PMap<Name, Name> owned = relations;
        for (String relation : gone) {
            Name full = key.sibling(relation);
            owned = !here.contains(relation) && key.equals(owned.get(full)) ? owned.minus(full) : owned;
        }
        for (String relation : here) {
            Name full = key.sibling(relation);
            owned = owned.containsKey(full) ? owned : owned.plus(full, key);
        }
        return owned;
    }

    private Table resolved(Name key, Table table) {
        Table before = tables.getOrDefault(key, Table.EMPTY);
        Map<String, Column> columns = table.columns() == before.columns()
                ? table.columns()
                : OrderedMaps.mapValues(table.columns(), this::localNames);
        Map<String, ForeignKey> keys =
                OrderedMaps.mapValues(table.foreignKeys(), foreign -> resolved(key, table, foreign));
        Map<String, Trigger> triggers = OrderedMaps.mapValues(
                table.triggers(),
                trigger -> trigger.calling(local(trigger.call().function())));
        return columns == table.columns() && keys == table.foreignKeys() && triggers == table.triggers()
                ? table
                : table.withColumns(columns).withForeignKeys(keys).withTriggers(triggers);
    }

    private boolean isQualifiedHome(ColumnType type) {
        return type.name().indexOf('.') > 0
                && type.userType().filter(name -> !local(name).equals(name)).isPresent();
    }

    /** The type as it is kept here: without the schema where that is the app's own. */
    ColumnType local(ColumnType type) {
        return isQualifiedHome(type) ? type.named(local(Name.parse(type.name()))) : type;
    }

    private Column localNames(Column column) {
        Column local = Sequences.mapNamed(column, this::local);
        return isQualifiedHome(column.type()) ? local.withType(local(column.type())) : local;
    }

    private ForeignKey resolved(Name key, Table table, ForeignKey foreign) {
        Name references = local(foreign.references());
        ForeignKey local = references == foreign.references() ? foreign : foreign.withReferences(references);
        if (!local.to().isEmpty() || local.external()) {
            return local;
        }
        Optional<Table> target = local.references().equals(key) ? Optional.of(table) : findTable(local.references());
        List<String> keyColumns = target.map(Table::keyColumns).orElse(List.of());
        return keyColumns.size() == local.columns().size() ? local.withTo(keyColumns) : local;
    }

    /** With a table under another name: foreign keys to it, its sequences, and expressions that qualify columns with it, follow. */
    public Schema renameTable(Name from, Name to) {
        Name old = local(from);
        Name renamed = local(to);
        Table table = table(old).mapSql(expression -> expression.renameTable(old.local(), renamed.local()));
        Schema after = withoutTable(old).with(renamed, table);
        for (Name referrer : referrersOf(old)) {
            Name holder = referrer.equals(old) ? renamed : referrer;
            after = after.mapForeignKeys(
                    holder, key -> key.references().equals(old) ? key.withReferences(renamed) : key);
        }
        return Routines.renameType(Sequences.followTable(after, old, renamed), old, renamed);
    }

    /** With a column under another name: foreign keys to it, from wherever, and its sequences follow. */
    public Schema renameColumn(Name table, String from, String to) {
        Name key = local(table);
        Schema after = with(key, table(key).renameColumn(from, to));
        for (Name referrer : referrersOf(key)) {
            after = after.mapForeignKeys(
                    referrer,
                    foreign -> foreign.references().equals(key) && foreign.to().contains(from)
                            ? foreign.withTo(ColumnLists.rename(foreign.to(), from, to))
                            : foreign);
        }
        return Sequences.followColumn(after, key, from, to);
    }

    private Schema mapForeignKeys(Name name, UnaryOperator<ForeignKey> change) {
        Table table = table(name);
        return with(name, table.withForeignKeys(OrderedMaps.mapValues(table.foreignKeys(), change)));
    }

    /** With an enum under another name: columns of it, and casts to it in expressions, follow. */
    public Schema renameEnum(Name from, Name to) {
        return renameType(Kind.ENUM, from, to);
    }

    /** With a domain under another name: columns and domains of it, and casts to it in expressions, follow. */
    public Schema renameDomain(Name from, Name to) {
        return renameType(Kind.DOMAIN, from, to);
    }

    private <T> Schema renameType(Kind<T> kind, Name from, Name to) {
        Name old = local(from);
        Name renamed = local(to);
        Schema after = Domains.renameType(without(kind, old).with(kind, renamed, get(kind, old)), old, renamed);
        for (Map.Entry<Name, List<String>> user : columnsOf(old).entrySet()) {
            Table table = table(user.getKey());
            for (String column : user.getValue()) {
                Column before = table.column(column);
                table = table.with(column, before.withType(before.type().named(renamed)));
            }
            after = after.with(user.getKey(), table);
        }
        Schema named = Routines.renameType(after, old, renamed);
        return Spelled.map(named, sql -> sql.renameType(old, renamed, setting.home()));
    }

    /** This schema, once it is sure that a table of it holds together. @throws Problem for what doesn't */
    public Schema require(Name table) {
        Problems.throwIfAny(problems(table));
        return this;
    }

    /** The foreign keys of a table that lead to columns of a type which no database compares with theirs. */
    public List<Problem> unlikeKeys(Name table) {
        return Integrity.unlikeKeys(this, local(table));
    }

    /** What doesn't hold together about a table: columns, types and targets that aren't there, names used twice. */
    public List<Problem> problems(Name table) {
        return Integrity.problems(this, local(table));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Schema schema
                && setting.home().equals(schema.setting.home())
                && schemas.equals(schema.schemas)
                && extensions.equals(schema.extensions)
                && things.equals(schema.things)
                && tables.equals(schema.tables);
    }

    @Override
    public int hashCode() {
        return Objects.hash(schemas, extensions, things, tables);
    }

    @Override
    public String toString() {
        return "Schema[schemas=" + schemas + ", extensions=" + extensions + ", things=" + things + ", tables=" + tables
                + "]";
    }
}
