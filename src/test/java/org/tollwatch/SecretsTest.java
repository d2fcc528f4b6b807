package org.tollwatch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tollwatch.alert.ReceiverSettings;
import org.tollwatch.guard.Gate;
import org.tollwatch.guard.Secret;
import org.tollwatch.serve.Door;
import org.tollwatch.stream.Cluster;
import org.tollwatch.stream.Settings;

/** What holds a secret does not show it, whoever prints it. */
@AnalyzeClasses(packages = "org.tollwatch", importOptions = ImportOption.DoNotIncludeTests.class)
class SecretsTest {

    private static final String WORD = "a-word-that-nobody-may-see";
    private static final Pattern SECRET =
            Pattern.compile("(?i).*(secret|password|credential|clients|registryClient).*");

    @ArchTest
    static final ArchRule recordsWithASecretSayThemselvesWhatTheyShow = classes()
            .that(areRecordsWithASecret())
            .should(declareToString())
            .because("a record shows all it has by itself");

    @ArchTest
    static final ArchRule nobodyLogsASecret = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.tollwatch.serve.HttpPeers")
            .and()
            .doNotHaveFullyQualifiedName("org.tollwatch.cli.Service")
            .should()
            .callMethod(Secret.class, "bearer")
            .because("the word leaves its type only in a request to whom it is meant for");

    private static DescribedPredicate<JavaClass> areRecordsWithASecret() {
        return DescribedPredicate.describe(
                "are records with a secret",
                type -> type.isRecord()
                        && type.getFields().stream()
                                .anyMatch(field -> !field.getModifiers()
                                                .contains(com.tngtech.archunit.core.domain.JavaModifier.STATIC)
                                        && SECRET.matcher(field.getName()).matches()));
    }

    /** What the compiler makes stands all on one line, that of the record. */
    private static ArchCondition<JavaClass> declareToString() {
        return new ArchCondition<>("say themselves what they show") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean written = line(type, "toString") != line(type, "hashCode");
                events.add(
                        new SimpleConditionEvent(type, written, type.getName() + " has a secret and shows all it has"));
            }
        };
    }

    private static int line(JavaClass type, String method) {
        return type.getMethod(method).getSourceCodeLocation().getLineNumber();
    }

    private record Careless(String secret) {
        Careless {
            assertThat(secret).isNotNull();
        }
    }

    @Test
    void aCarelessRecordIsFound() {
        assertThat(recordsWithASecretSayThemselvesWhatTheyShow
                        .evaluate(new ClassFileImporter().importClasses(Careless.class))
                        .hasViolation())
                .isTrue();
    }

    @Test
    void settingsShowWhereTheClusterIsAndNotHowOneGetsIn() {
        Cluster cluster = new Cluster(
                "broker:9092",
                "http://registry",
                Map.of("sasl.jaas.config", WORD, "ssl.truststore.password", WORD),
                Map.of("basic.auth.user.info", "user:" + WORD));
        Settings settings = Settings.of(cluster, Path.of("state"));
        assertThat(settings.toString()).contains("broker:9092").doesNotContain(WORD);
        assertThat(cluster.with(Map.of())).as("the clients have it").containsValue(WORD);
    }

    @Test
    void aDoorAndAReceiverShowNone() {
        Gate gate = new Gate(Optional.empty(), Secret.find(Optional.empty(), "", WORD));
        assertThat(new Door(InetAddress.getLoopbackAddress(), 1, gate, 0).toString())
                .doesNotContain(WORD);
        URI url = URI.create("https://hooks.example/" + WORD);
        assertThat(new ReceiverSettings.ToWebhook(url, Optional.empty(), Optional.empty()).toString())
                .contains("hooks.example")
                .doesNotContain(WORD);
        assertThat(new ReceiverSettings.ToAlertmanager(url).toString()).doesNotContain(WORD);
    }
}
