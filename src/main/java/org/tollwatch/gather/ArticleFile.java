package org.tollwatch.gather;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.tollwatch.extract.Article;
import org.tollwatch.feed.Input;
import org.tollwatch.feed.SourceReader;
import org.tollwatch.report.IncidentReport;

/** Reports out of articles, read as their feed says. */
final class ArticleFile implements SourceReader<IncidentReport> {

    private final Feed feed;
    private final ReportMaker maker;
    private final SourceReader<Article> articles;

    ArticleFile(Feed feed, ReportMaker maker, SourceReader<Article> articles) {
        this.feed = feed;
        this.maker = maker;
        this.articles = articles;
    }

    @Override
    public void read(Path path, Consumer<Input<IncidentReport>> sink) {
        articles.read(path, input -> sink.accept(made(feed, maker, input)));
    }

    /** The report of an article, or why there is none. */
    static Input<IncidentReport> made(Feed feed, ReportMaker maker, Input<Article> input) {
        if (input instanceof Input.Rejected<Article> rejected) {
            return new Input.Rejected<>(rejected.rejection(), rejected.original());
        }
        Input.Taken<Article> taken = (Input.Taken<Article>) input;
        ReportMaker.Made made = maker.make(feed.conflict(), taken.value(), taken.origin());
        return made instanceof ReportMaker.Made.Report report
                ? new Input.Taken<>(report.report(), taken.origin(), taken.original())
                : new Input.Rejected<>(((ReportMaker.Made.Refused) made).rejection(), taken.original());
    }
}
