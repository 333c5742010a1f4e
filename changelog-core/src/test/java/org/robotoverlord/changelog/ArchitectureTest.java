package org.robotoverlord.changelog;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.robotoverlord.changelog.dialect.Dialect;

/**
 * Holds the package table of the architecture: who may import whom, ground floor first. A failure here means that code
 * stands in the wrong package; a new line in the table is a decision, not a repair.
 */
class ArchitectureTest {

    private static final String ROOT = "org.robotoverlord.changelog";

    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    /** Libraries that a package may use; every other package may not. */
    private static final String SNAKEYAML = "org.yaml.snakeyaml..";

    private static final String PCOLLECTIONS = "org.pcollections..";
    private static final String DBUTILS = "org.apache.commons.dbutils..";
    private static final String GSON = "com.google.gson..";
    private static final String SOCKETS = "javax.net..";
    private static final String SOCKET_OPTIONS = "jdk.net..";
    private static final String XZ = "org.tukaani.xz..";

    /** One line a package: its name, then what it may import beside {@code java.*} and itself. */
    static Stream<Floor> floors() {
        List<String> plan =
                List.of("plan", "history", "changelog", "dialect", "introspect", "change", "schema", "form", "problem");
        return Stream.of(
                floor("problem"),
                floor("form"),
                floor("disk"),
                floor("schema", "problem", "form", PCOLLECTIONS),
                floor("yaml", "problem", "form", SNAKEYAML),
                floor("change", "schema", "form", "problem"),
                floor("introspect", "schema", "problem"),
                floor("model", "schema", "yaml", "form", "problem"),
                floor("diff", "change", "schema", "problem"),
                floor("changelog", "change", "schema", "yaml", "form", "problem"),
                floor("dialect", "change", "schema", "introspect", "problem", SOCKETS, SOCKET_OPTIONS),
                floor("history", "changelog", "change", "schema", "problem"),
                floor("plan", "history", "changelog", "dialect", "change", "schema", "problem"),
                floor("lint", plan),
                floor("run", plan, DBUTILS),
                floor("rows", Stream.concat(plan.stream(), Stream.of("run")).toList()),
                floor("embedded", "problem", "disk", XZ),
                floor("report", plan, "lint", "run", GSON));
    }

    @ParameterizedTest
    @MethodSource("floors")
    void a_package_imports_only_what_the_table_allows(Floor floor) {
        classes()
                .that()
                .resideInAPackage(ROOT + "." + floor.name() + "..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(floor.allowed()))
                .allowEmptyShould(true)
                .check(CORE);
    }

    @Test
    void every_package_stands_in_the_table() {
        String[] known = Stream.concat(Stream.of(ROOT), floors().map(floor -> ROOT + "." + floor.name() + ".."))
                .toArray(String[]::new);
        classes().should().resideInAnyPackage(known).allowEmptyShould(true).check(CORE);
    }

    @Test
    void packages_form_no_circle() {
        slices().matching(ROOT + ".(**)")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(CORE);
    }

    @Test
    void jdbc_stays_where_databases_are_spoken_to() {
        noClasses()
                .that(not(resideInAnyPackage(ROOT + ".introspect..", ROOT + ".dialect..", ROOT + ".run..")))
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.sql..", "javax.sql.."))
                .allowEmptyShould(true)
                .check(CORE);
    }

    @Test
    void a_dialect_is_named_by_nobody_outside_it() {
        slices().matching(ROOT + ".dialect.(*)..")
                .should()
                .notDependOnEachOther()
                .allowEmptyShould(true)
                .check(CORE);
        noClasses()
                .that(not(resideInAPackage(ROOT + ".dialect.*..")))
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + ".dialect.*.."))
                .allowEmptyShould(true)
                .check(CORE);
    }

    /** So that nothing asks which database it is; the plugin's sources, too. */
    @Test
    void the_name_of_a_database_is_written_by_nobody_outside_its_dialect() throws IOException {
        List<String> names = ServiceLoader.load(Dialect.class).stream()
                .flatMap(dialect -> dialect.get().names().stream())
                .map(name -> '"' + name + '"')
                .toList();
        assertThat(names).hasSizeGreaterThan(3);
        for (String sources : List.of("src/main/java", "../migrate-maven-plugin/src/main/java")) {
            try (Stream<Path> files = Files.walk(Path.of(sources))) {
                for (Path file : files.filter(Files::isRegularFile)
                        .filter(file -> !file.getParent().getParent().endsWith("dialect"))
                        .toList()) {
                    assertThat(file).content().doesNotContain(names);
                }
            }
        }
    }

    /** But for what is unpacked or made in folders of its own, which get their names when they are whole. */
    @Test
    void files_are_written_by_one_class() throws IOException {
        List<String> allowed =
                List.of("WholeFile.java", "Tar.java", "DataDirectory.java", "FileBench.java", "StandardOutput.java");
        Pattern writing = Pattern.compile(
                "Files\\.(?:write|writeString|newOutputStream|newBufferedWriter|copy)\\(|FileWriter|FileOutputStream");
        for (String sources : List.of("src/main/java", "../migrate-maven-plugin/src/main/java")) {
            try (Stream<Path> files = Files.walk(Path.of(sources))) {
                assertThat(files.filter(Files::isRegularFile)
                                .filter(file ->
                                        !allowed.contains(file.getFileName().toString()))
                                .filter(file -> writing.matcher(read(file)).find()))
                        .as("use WholeFile")
                        .isEmpty();
            }
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Test
    void maven_stays_outside_the_core() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.apache.maven..", "org.eclipse.aether..", "javax.inject.."))
                .allowEmptyShould(true)
                .check(CORE);
    }

    private static Floor floor(String name, String... allowed) {
        return floor(name, List.of(), allowed);
    }

    private static Floor floor(String name, List<String> below, String... allowed) {
        List<String> packages = new ArrayList<>(List.of("java..", "javax.sql..", ROOT + "." + name + ".."));
        Stream.concat(below.stream(), Stream.of(allowed))
                .map(each -> each.contains("..") ? each : ROOT + "." + each + "..")
                .forEach(packages::add);
        return new Floor(name, packages.toArray(String[]::new));
    }

    private record Floor(String name, String... allowed) {
        @Override
        public String toString() {
            return name;
        }
    }
}
