package org.tollwatch.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.tollwatch.ask.WindowRequest;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Which windows are shown. */
final class WindowOption {

    @Option(
            names = "--window",
            split = ",",
            paramLabel = "WINDOW",
            converter = Converter.class,
            description = {
                "day, week, month, year, episode: all that something is known of. 24h, 7d, 30d, any Nh or Nd: the last so",
                "long before --as-of, else before the newest publication. 2020-10-02, 2020-10, 2020: that day, month,",
                "year. FROM..TO: dates or times of the conflict's zone, the second exclusive; FROM.. until --as-of.",
                "May be repeated. Default: episode."
            })
    private List<Asked> asked;

    /** @param text as it was written */
    private record Asked(String text, WindowRequest request) {}

    /** None: what is shown by default. */
    List<WindowRequest> requests() {
        return asked == null ? List.of() : asked.stream().map(Asked::request).toList();
    }

    /** As a running service is asked; "" for what is shown by default. */
    String text() {
        return asked == null ? "" : asked.stream().map(Asked::text).collect(Collectors.joining(","));
    }

    private static final class Converter implements ITypeConverter<Asked> {
        @Override
        public Asked convert(String text) {
            try {
                return new Asked(text, WindowRequest.parse(text));
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
