package org.tollwatch.cli;

import java.util.List;
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
    private List<WindowRequest> asked;

    /** None: what is shown by default. */
    List<WindowRequest> requests() {
        return asked == null ? List.of() : asked;
    }

    private static final class Converter implements ITypeConverter<WindowRequest> {
        @Override
        public WindowRequest convert(String text) {
            try {
                return WindowRequest.parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
