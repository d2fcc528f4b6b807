package org.tollwatch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The rooms and the arrows between them, which only point downward; and what no room but the command line may touch. */
@AnalyzeClasses(packages = "org.tollwatch", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule arrowsPointDownward = Architectures.layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("org.tollwatch..")
            .withOptionalLayers(true)
            .layer("cli")
            .definedBy("org.tollwatch.cli..")
            .layer("serve")
            .definedBy("org.tollwatch.serve..")
            .layer("ask")
            .definedBy("org.tollwatch.ask..")
            .layer("local")
            .definedBy("org.tollwatch.local..")
            .layer("doctor")
            .definedBy("org.tollwatch.doctor..")
            .layer("dlq")
            .definedBy("org.tollwatch.dlq..")
            .layer("replay")
            .definedBy("org.tollwatch.replay..")
            .layer("feed")
            .definedBy("org.tollwatch.feed..")
            .layer("alert")
            .definedBy("org.tollwatch.alert..")
            .layer("stream")
            .definedBy("org.tollwatch.stream..")
            .layer("check")
            .definedBy("org.tollwatch.check..")
            .layer("evaluate")
            .definedBy("org.tollwatch.evaluate..")
            .layer("extract")
            .definedBy("org.tollwatch.extract..")
            .layer("conflict")
            .definedBy("org.tollwatch.conflict..")
            .layer("policy")
            .definedBy("org.tollwatch.policy..")
            .layer("ledger")
            .definedBy("org.tollwatch.ledger..")
            .layer("data")
            .definedBy("org.tollwatch.data..")
            .layer("gather")
            .definedBy("org.tollwatch.gather..")
            .layer("web")
            .definedBy("org.tollwatch.web..")
            .layer("report")
            .definedBy("org.tollwatch.report..")
            .layer("guard")
            .definedBy("org.tollwatch.guard..")
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("serve")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("ask")
            .mayOnlyBeAccessedByLayers("cli", "serve")
            .whereLayer("local")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("doctor")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("dlq")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("replay")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("feed")
            .mayOnlyBeAccessedByLayers("cli", "check", "gather", "dlq")
            .whereLayer("alert")
            .mayOnlyBeAccessedByLayers("cli", "serve")
            .whereLayer("stream")
            .mayOnlyBeAccessedByLayers(
                    "cli", "serve", "ask", "alert", "local", "feed", "gather", "replay", "doctor", "dlq")
            .whereLayer("check")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("evaluate")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("extract")
            .mayOnlyBeAccessedByLayers("cli", "feed", "evaluate", "check", "gather", "replay", "dlq")
            .whereLayer("conflict")
            .mayOnlyBeAccessedByLayers(
                    "cli",
                    "ask",
                    "alert",
                    "serve",
                    "stream",
                    "extract",
                    "feed",
                    "evaluate",
                    "check",
                    "gather",
                    "replay",
                    "dlq")
            .whereLayer("ledger")
            .mayOnlyBeAccessedByLayers(
                    "cli",
                    "ask",
                    "serve",
                    "alert",
                    "stream",
                    "extract",
                    "conflict",
                    "policy",
                    "feed",
                    "evaluate",
                    "check",
                    "replay")
            .whereLayer("policy")
            .mayOnlyBeAccessedByLayers("cli", "ask", "serve", "check")
            .whereLayer("data")
            .mayOnlyBeAccessedByLayers(
                    "cli", "alert", "check", "evaluate", "extract", "serve", "conflict", "policy", "gather", "guard")
            .whereLayer("guard")
            .mayOnlyBeAccessedByLayers("cli", "serve")
            .whereLayer("gather")
            .mayOnlyBeAccessedByLayers("cli", "serve", "dlq")
            .whereLayer("web")
            .mayOnlyBeAccessedByLayers("cli", "gather")
            .whereLayer("report")
            .mayOnlyBeAccessedByLayers(
                    "cli", "ask", "serve", "alert", "feed", "stream", "extract", "evaluate", "gather", "replay", "dlq");

    @ArchTest
    static final ArchRule theReckoningIsPure = noClasses()
            .that()
            .resideInAPackage("org.tollwatch.ledger..")
            .should()
            .dependOnClassesThat(outside("java.lang", "java.util", "java.time", "java.math", "org.tollwatch.ledger"))
            .because("no clock, no I/O, no Kafka and no Avro belong in it");

    @ArchTest
    static final ArchRule readingTheWebIsPure = noClasses()
            .that()
            .resideInAPackage("org.tollwatch.web..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.nio.file..", "java.net.http..", "org.apache.kafka..")
            .because("bytes in, records out: who fetches them is another room");

    @ArchTest
    static final ArchRule onlyTheCommandLineKnowsThisMachinesTime = noClasses()
            .that()
            .resideOutsideOfPackages("org.tollwatch.cli..", "org.tollwatch.report..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(ZoneId.class, "systemDefault")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Date")
            .because("the same input gives the same tallies on every machine, whenever it is read");

    @ArchTest
    static final ArchRule onlyTheCommandLinePrints = noClasses()
            .that()
            .resideOutsideOfPackage("org.tollwatch.cli..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    @ArchTest
    static final ArchRule commandsAreOneAFile = classes()
            .that()
            .areAnnotatedWith("picocli.CommandLine$Command")
            .should()
            .resideInAPackage("org.tollwatch.cli")
            .andShould()
            .beTopLevelClasses();

    private static DescribedPredicate<JavaClass> outside(String... packages) {
        return DescribedPredicate.describe(
                "classes outside of " + String.join(", ", packages),
                type -> !type.isPrimitive()
                        && !type.isArray()
                        && java.util.Arrays.stream(packages)
                                .noneMatch(p -> type.getPackageName().equals(p)
                                        || type.getPackageName().startsWith(p + ".")));
    }
}
