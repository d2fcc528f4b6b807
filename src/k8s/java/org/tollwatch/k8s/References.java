package org.tollwatch.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the manifests say of each other: labels, mounts, ports and names that only fail when the pods should run. */
final class References {

    /** Made by hand; docs/deploying.md. */
    private static final Set<String> SECRETS = Set.of("tollwatch-tokens");

    private static final Pattern VARIABLE = Pattern.compile("\\$\\(([A-Z_]+)\\)");

    private final Manifests manifests;
    private final List<String> wrong = new ArrayList<>();

    References(Manifests manifests) {
        this.manifests = manifests;
    }

    List<String> wrong() {
        List<JsonNode> sets = manifests.of("StatefulSet");
        if (sets.isEmpty()) {
            wrong.add("there is no StatefulSet");
        }
        sets.forEach(this::set);
        for (JsonNode service : manifests.of("Service")) {
            selects(service, service.path("spec").path("selector"));
            service.path("spec").path("ports").forEach(port -> port(service, port.path("targetPort")));
        }
        for (JsonNode budget : manifests.of("PodDisruptionBudget")) {
            selects(budget, budget.path("spec").path("selector").path("matchLabels"));
        }
        for (JsonNode policy : manifests.of("NetworkPolicy")) {
            selects(policy, policy.path("spec").path("podSelector").path("matchLabels"));
            policy.findValues("podSelector").stream()
                    .map(selector -> selector.path("matchLabels"))
                    .filter(labels -> labels.has("app.kubernetes.io/name")) // else they are somebody's who asks
                    .forEach(labels -> selects(policy, labels));
            policy.findValues("ports").forEach(ports -> ports.forEach(port -> port(policy, port.path("port"))));
        }
        return wrong;
    }

    private void set(JsonNode set) {
        JsonNode spec = set.path("spec");
        JsonNode pod = spec.path("template").path("spec");
        selects(set, spec.path("selector").path("matchLabels"));
        pod.path("topologySpreadConstraints")
                .forEach(each -> selects(set, each.path("labelSelector").path("matchLabels")));
        String headless = spec.path("serviceName").asText();
        boolean found = manifests.of("Service").stream()
                .anyMatch(service -> nameOf(service).equals(headless)
                        && service.path("spec").path("clusterIP").asText().equals("None"));
        check(found, set, "serviceName " + headless + " is no headless service");
        volumes(set, spec, pod);
        pod.path("containers").forEach(container -> container(set, container, headless));
        JsonNode safe = pod.path("securityContext");
        check(safe.path("runAsNonRoot").asBoolean(), set, "may run as root");
        check(
                safe.path("seccompProfile").path("type").asText().equals("RuntimeDefault"),
                set,
                "has no seccomp profile");
        check(!pod.path("automountServiceAccountToken").asBoolean(true), set, "has a token for the API it never asks");
    }

    private void volumes(JsonNode set, JsonNode spec, JsonNode pod) {
        Set<String> there = new HashSet<>();
        Consumer<String> add = name -> check(there.add(name), set, "has two volumes " + name);
        pod.path("volumes").forEach(volume -> add.accept(volume.path("name").asText()));
        spec.path("volumeClaimTemplates").forEach(claim -> add.accept(nameOf(claim)));
        Set<String> mounted = new HashSet<>();
        pod.findValues("volumeMounts")
                .forEach(mounts ->
                        mounts.forEach(mount -> mounted.add(mount.path("name").asText())));
        check(mounted.equals(there), set, "mounts " + mounted + " of the volumes " + there);
        for (JsonNode volume : pod.path("volumes")) {
            if (volume.has("configMap")) {
                configMap(set, volume.path("configMap").path("name").asText(), "");
            }
            if (volume.has("secret")) {
                String secret = volume.path("secret").path("secretName").asText();
                check(SECRETS.contains(secret), set, "secret " + secret + " is not one that is made");
            }
        }
    }

    private void container(JsonNode set, JsonNode container, String headless) {
        for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
            check(container.has(probe), set, "has no " + probe);
            port(set, container.path(probe).path("httpGet").path("port"));
        }
        Set<String> variables = new HashSet<>();
        for (JsonNode variable : container.path("env")) {
            variables.add(variable.path("name").asText());
            JsonNode from = variable.path("valueFrom").path("configMapKeyRef");
            if (!from.isMissingNode()) {
                configMap(set, from.path("name").asText(), from.path("key").asText());
            }
        }
        String arguments = container.path("args").toString();
        Matcher asked = VARIABLE.matcher(arguments);
        while (asked.find()) {
            check(variables.contains(asked.group(1)), set, "asks for the variable " + asked.group(1));
        }
        check(
                arguments.contains("--application-server=$(POD_NAME)." + headless + "."),
                set,
                "is not reached under the names of " + headless);
        JsonNode safe = container.path("securityContext");
        check(safe.path("readOnlyRootFilesystem").asBoolean(), set, "can write to its root");
        check(!safe.path("allowPrivilegeEscalation").asBoolean(true), set, "may get more rights");
        check(safe.path("capabilities").path("drop").toString().equals("[\"ALL\"]"), set, "keeps capabilities");
        check(container.path("resources").path("limits").has("memory"), set, "has no memory limit");
        check(container.path("resources").path("requests").has("cpu"), set, "asks for no CPU");
    }

    /** @param key "": whichever */
    private void configMap(JsonNode from, String name, String key) {
        boolean found = manifests.of("ConfigMap").stream()
                .anyMatch(map -> nameOf(map).equals(name)
                        && (key.isEmpty() || map.path("data").has(key)));
        check(found, from, "there is no config map " + name + " with " + (key.isEmpty() ? "anything" : key));
    }

    /** Every selector here means the pods of the set, all of them. */
    private void selects(JsonNode from, JsonNode labels) {
        boolean all = !labels.isEmpty()
                && manifests.of("StatefulSet").stream()
                        .map(set -> set.path("spec")
                                .path("template")
                                .path("metadata")
                                .path("labels"))
                        .allMatch(has -> labels.properties().stream()
                                .allMatch(label -> label.getValue().equals(has.path(label.getKey()))));
        check(all, from, "selects " + labels + ", which are not the labels of the pods");
    }

    /** A port by name is one that a container has; numbers are ports of others. */
    private void port(JsonNode from, JsonNode port) {
        Set<String> named = manifests.of("StatefulSet").stream()
                .flatMap(set -> set.path("spec").path("template").findValues("ports").stream())
                .flatMap(ports -> ports.findValuesAsText("name").stream())
                .collect(Collectors.toSet());
        check(port.isInt() || named.contains(port.asText()), from, "port " + port + " is none of " + named);
    }

    private void check(boolean right, JsonNode where, String told) {
        if (!right) {
            wrong.add(Manifests.name(where) + ": " + told);
        }
    }

    private static String nameOf(JsonNode manifest) {
        return manifest.path("metadata").path("name").asText();
    }
}
