package org.tollwatch.feed;

import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;
import org.tollwatch.extract.Article;
import org.tollwatch.extract.Extraction;
import org.tollwatch.report.IncidentReport;
import org.tollwatch.stream.Reason;
import org.tollwatch.stream.Rejection;

/** Reports out of articles: each article read by the extractor, or rejected with what the extractor says of it. */
public final class ExtractingReader implements SourceReader<IncidentReport> {

    private final SourceReader<Article> articles;
    private final Function<Article, Extraction> extractor;

    public ExtractingReader(SourceReader<Article> articles, Function<Article, Extraction> extractor) {
        this.articles = articles;
        this.extractor = extractor;
    }

    @Override
    public void read(Path path, Consumer<Input<IncidentReport>> sink) {
        articles.read(path, input -> sink.accept(extracted(input)));
    }

    private Input<IncidentReport> extracted(Input<Article> input) {
        if (input instanceof Input.Taken<Article> taken) {
            Extraction extraction = extractor.apply(taken.value());
            return extraction instanceof Extraction.Read read
                    ? new Input.Taken<>(read.report(), taken.origin(), taken.original())
                    : rejected((Extraction.Unread) extraction, taken);
        }
        Input.Rejected<Article> rejected = (Input.Rejected<Article>) input;
        return new Input.Rejected<>(rejected.rejection(), rejected.original());
    }

    private static Input<IncidentReport> rejected(Extraction.Unread unread, Input.Taken<Article> taken) {
        Reason reason = switch (unread.reason()) {
            case UNKNOWN_LANGUAGE -> Reason.UNKNOWN_LANGUAGE;
            case NO_CONFLICT -> Reason.NO_CONFLICT;
            case NO_TEXT -> Reason.MISSING_FIELD;
        };
        return new Input.Rejected<>(new Rejection(reason, taken.origin(), unread.detail()), taken.original());
    }
}
