package org.tollwatch.serve;

import org.tollwatch.stream.News;

/** Told of all news of all conflicts, in the thread that reads them: not to be kept waiting. */
interface NewsListener {

    NewsListener NONE = new NewsListener() {
        @Override
        public void heard(News.Item item) {}

        @Override
        public void missed() {}
    };

    void heard(News.Item item);

    /** From here on all is heard; what was before is not. */
    void missed();
}
