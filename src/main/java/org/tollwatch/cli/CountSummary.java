package org.tollwatch.cli;

import java.io.PrintWriter;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What became of the input.
 *
 * @param outside claims about a time in no declared episode
 * @param rejected how many inputs, by reason
 */
record CountSummary(long reports, long claims, long outside, Map<String, Long> rejected) {

    void print(PrintWriter out) {
        out.println("Reports read: %s. Claims in them: %s.%s"
                .formatted(Figures.number(reports), Figures.number(claims), rejections()));
        if (outside > 0) {
            out.println("Claims about a time outside of every declared episode: " + Figures.number(outside)
                    + "; --window day, month or FROM..TO shows them.");
        }
        out.println("The words behind a figure: tollwatch explain, with the same files.");
    }

    int exitStatus() {
        return rejected.isEmpty() ? ExitStatus.OK : ExitStatus.REJECTED;
    }

    private String rejections() {
        return rejected.isEmpty()
                ? ""
                : " Rejected: "
                        + rejected.entrySet().stream()
                                .map(e -> Figures.number(e.getValue()) + " "
                                        + e.getKey().replace('_', ' '))
                                .collect(Collectors.joining(", "))
                        + ".";
    }
}
