package org.tollwatch.cli;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
                "day, week, month, episode, or FROM..TO: local dates of the conflict, the second exclusive.",
                "May be repeated. Default: episode."
            })
    private List<WindowRequest> asked;

    Set<WindowKind> kinds() {
        return all().stream()
                .filter(w -> w instanceof WindowRequest.Every)
                .map(w -> ((WindowRequest.Every) w).kind())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    List<WindowRequest.Span> spans() {
        return all().stream()
                .filter(w -> w instanceof WindowRequest.Span)
                .map(w -> (WindowRequest.Span) w)
                .distinct()
                .toList();
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
