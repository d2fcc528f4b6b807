package org.tollwatch.cli;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tollwatch.ask.Moment;
import org.tollwatch.ask.WindowRequest;
import org.tollwatch.ledger.Window;
import org.tollwatch.ledger.WindowKind;
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

    /** The kinds of which all windows are asked for. */
    Set<WindowKind> kinds() {
        return all().stream()
                .filter(w -> w instanceof WindowRequest.Every)
                .map(w -> ((WindowRequest.Every) w).kind())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    boolean hasSingle() {
        return all().stream().anyMatch(w -> !(w instanceof WindowRequest.Every));
    }

    /**
     * The windows asked for one by one.
     *
     * @throws CommandFailure when one would begin only after the moment
     */
    List<Window> single(ZoneId zone, Moment now) {
        try {
            return all().stream()
                    .filter(w -> !(w instanceof WindowRequest.Every))
                    .map(w -> w instanceof WindowRequest.Rolling rolling
                            ? rolling.window(now)
                            : ((WindowRequest.Span) w).window(zone, now))
                    .distinct()
                    .toList();
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(
                    "A window begins only after what is known ends, " + now.end()
                            + "; begin it earlier, or give --as-of.",
                    e);
        }
    }

    private List<WindowRequest> all() {
        return asked == null ? List.of(new WindowRequest.Every(WindowKind.EPISODE)) : asked;
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
