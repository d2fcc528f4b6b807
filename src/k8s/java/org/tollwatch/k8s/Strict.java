package org.tollwatch.k8s;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds one manifest to the types of the Kubernetes API: no field that the API does not have, no value of another type, no
 * quantity and no word that the API would refuse.
 */
final class Strict {

    /** What is applied, and no other version of it: the model would read an old one without a word. */
    private static final Map<String, Class<?>> KINDS = Map.of(
            "v1/ConfigMap", ConfigMap.class,
            "v1/Service", Service.class,
            "apps/v1/StatefulSet", StatefulSet.class,
            "networking.k8s.io/v1/NetworkPolicy", NetworkPolicy.class,
            "policy/v1/PodDisruptionBudget", PodDisruptionBudget.class);

    /** Fields that take a few words only, which the model takes for any text. */
    private static final Map<String, Set<String>> WORDS = Map.of(
            "podManagementPolicy", Set.of("Parallel", "OrderedReady"),
            "whenDeleted", Set.of("Retain", "Delete"),
            "whenScaled", Set.of("Retain", "Delete"),
            "fsGroupChangePolicy", Set.of("OnRootMismatch", "Always"),
            "whenUnsatisfiable", Set.of("DoNotSchedule", "ScheduleAnyway"),
            "unhealthyPodEvictionPolicy", Set.of("AlwaysAllow", "IfHealthyBudget"),
            "protocol", Set.of("TCP", "UDP", "SCTP"),
            "policyTypes", Set.of("Ingress", "Egress"),
            "accessModes", Set.of("ReadWriteOnce", "ReadWriteOncePod", "ReadOnlyMany", "ReadWriteMany"),
            "imagePullPolicy", Set.of("Always", "IfNotPresent", "Never"));

    private static final Set<String> AMOUNTS = Set.of("requests", "limits");

    private static final ObjectMapper AGAIN = new ObjectMapper();
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .annotationIntrospector(new NothingUnknown())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    private Strict() {}

    /** The model keeps fields it does not know aside; without that place it has to refuse them. */
    private static final class NothingUnknown extends JacksonAnnotationIntrospector {

        private static final long serialVersionUID = 1;

        @Override
        public Boolean hasAnySetter(MapperConfig<?> config, Annotated annotated) {
            return Boolean.FALSE;
        }
    }

    static List<String> wrong(JsonNode manifest) {
        String name = Manifests.name(manifest) + ": ";
        String kind = manifest.path("apiVersion").asText() + "/"
                + manifest.path("kind").asText();
        Class<?> type = KINDS.get(kind);
        if (type == null) {
            return List.of(name + kind + " is none of the kinds that are used here");
        }
        List<String> wrong = new ArrayList<>();
        try {
            String again = MAPPER.writeValueAsString(MAPPER.readValue(manifest.toString(), type));
            JsonNode back = AGAIN.readTree(again);
            changed(name, manifest, back, wrong);
        } catch (JacksonException e) {
            wrong.add(name + e.getOriginalMessage());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e); // one Jackson reads what the other wrote
        }
        words(name, "", manifest, wrong);
        return wrong;
    }

    /** What is there must come back from the model as it was; the model may add what is empty. */
    private static void changed(String where, JsonNode written, JsonNode back, List<String> wrong) {
        if (written.isObject() && back.isObject()) {
            written.properties()
                    .forEach(field ->
                            changed(where + "." + field.getKey(), field.getValue(), back.path(field.getKey()), wrong));
        } else if (written.isArray() && back.isArray() && written.size() == back.size()) {
            for (int i = 0; i < written.size(); i++) {
                changed(where + "[" + i + "]", written.get(i), back.get(i), wrong);
            }
        } else if (!written.equals(back) && !(back.isMissingNode() && written.isEmpty() && written.isObject())) {
            wrong.add(where + ": " + written + " is read as " + back);
        }
    }

    private static void words(String where, String field, JsonNode value, List<String> wrong) {
        if (value.isObject() && AMOUNTS.contains(field)) {
            value.properties().forEach(each -> amount(where + "." + each.getKey(), each.getValue(), wrong));
        } else if (field.equals("sizeLimit")) {
            amount(where, value, wrong);
        } else if (value.isObject()) {
            value.properties()
                    .forEach(each -> words(where + "." + each.getKey(), each.getKey(), each.getValue(), wrong));
        } else if (value.isArray()) {
            Iterator<JsonNode> each = value.elements();
            each.forEachRemaining(one -> words(where, field, one, wrong));
        } else if (WORDS.containsKey(field) && !WORDS.get(field).contains(value.asText())) {
            wrong.add(where + ": " + value + " is none of " + WORDS.get(field));
        }
    }

    private static void amount(String where, JsonNode value, List<String> wrong) {
        try {
            if (Quantity.getAmountInBytes(Quantity.parse(value.asText())).signum() <= 0) {
                wrong.add(where + ": " + value + " is nothing");
            }
        } catch (IllegalArgumentException e) {
            wrong.add(where + ": " + value + " is no quantity: " + e.getMessage());
        }
    }
}
