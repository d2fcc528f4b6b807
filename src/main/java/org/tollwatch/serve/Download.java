package org.tollwatch.serve;

import io.javalin.http.Header;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends all of a list as a file.
 *
 * @param name of the list
 */
record Download(Asked asked, String name, Format format) {

    private static final Logger LOG = LoggerFactory.getLogger(Download.class);

    /**
     * Sends the items one by one. What fails before the first is told as any problem is; what fails later breaks the
     * connection, so that nobody takes a part for the whole.
     */
    <T> void send(Listing<T> listing, Iterator<T> items) {
        items.hasNext(); // what cannot be answered at all is found out here
        asked.request()
                .contentType(format.type())
                .header(Header.CACHE_CONTROL, "no-cache")
                .header(Header.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName() + "\"");
        OutputStream to = asked.request().outputStream();
        try {
            new Export<>(listing).write(format, items, to);
            to.close();
        } catch (IOException e) {
            breakOff(); // the reader is gone
        } catch (RuntimeException e) {
            LOG.warn("{} broke off: {}", fileName(), e.toString());
            breakOff();
        }
    }

    private void breakOff() {
        ServletContextRequest.getServletContextRequest(asked.request().req())
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint()
                .close();
    }

    /** {@code tollwatch-tallies-nagorno-karabakh-asof-2020-10-18.csv}. */
    private String fileName() {
        List<String> parts = new ArrayList<>(List.of("tollwatch", name));
        asked.text("conflict").ifPresent(parts::add);
        asked.text("asOf").ifPresent(at -> parts.add("asof-" + at));
        return String.join("-", parts).replaceAll("[^A-Za-z0-9-]+", "-") + "." + format.label();
    }
}
