package org.tollwatch.alert;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tollwatch.data.Node;
import org.tollwatch.data.Node.Fields;

/** Reads who is told. */
final class ReceiversReader {

    private ReceiversReader() {}

    /** One that stood there twice would be told each half of it. */
    static List<ReceiverSettings> readAll(List<Node> nodes) {
        List<ReceiverSettings> read = new ArrayList<>();
        for (Node node : nodes) {
            ReceiverSettings next = read(node);
            if (read.stream().anyMatch(r -> r.url().equals(next.url()) && r.getClass() == next.getClass())) {
                throw node.at()
                        .problem("'" + Receiver.shown(next.url()) + "' is a receiver already. Remove one of the two");
            }
            read.add(next);
        }
        return read;
    }

    private static ReceiverSettings read(Node node) {
        Fields fields = node.fields().only("alertmanager", "webhook", "secret");
        Optional<Node> alertmanager = fields.get("alertmanager");
        Optional<Node> webhook = fields.get("webhook");
        if (alertmanager.isPresent() == webhook.isPresent()) {
            throw node.at().problem("is one receiver. Write one of alertmanager: URL, webhook: URL");
        }
        Optional<Fields> secret = fields.get("secret").map(s -> secret(s, webhook.isPresent()));
        return alertmanager.isPresent()
                ? new ReceiverSettings.ToAlertmanager(url(alertmanager.get()))
                : new ReceiverSettings.ToWebhook(
                        url(webhook.orElseThrow()),
                        secret.flatMap(s -> s.get("env")).map(Node::text),
                        secret.flatMap(s -> s.get("file")).map(Node::text).map(Path::of));
    }

    private static Fields secret(Node node, boolean ofWebhook) {
        if (!ofWebhook) {
            throw node.at().problem("Alertmanager takes no signature. Remove the secret");
        }
        if (node instanceof Node.Text) {
            throw node.at()
                    .problem("a secret does not stand in this file."
                            + " Write {env: NAME} for a variable, or {file: PATH} for a file that holds it");
        }
        Fields fields = node.fields().only("env", "file");
        if (fields.byKey().size() != 1) {
            throw node.at().problem("a secret comes from one place. Write {env: NAME} or {file: PATH}");
        }
        return fields;
    }

    private static URI url(Node node) {
        String text = node.text();
        try {
            URI url = new URI(text);
            if (url.getHost() != null && ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
                return url;
            }
        } catch (URISyntaxException e) {
            // told below
        }
        // Without the text: a webhook's path may be its secret.
        throw node.at().problem("that is no address. Write it as http://host:port/path");
    }
}
