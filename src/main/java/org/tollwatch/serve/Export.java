package org.tollwatch.serve;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Optional;
import org.tollwatch.ask.Json;
import org.tollwatch.ask.Point;

/** Writes a whole list item by item, so that it takes no more memory for more items. */
record Export<T>(Listing<T> listing) {

    private static final JsonFactory FACTORY = new JsonFactory();

    /** Leaves the stream open: an end would say that this is all, also where it failed. */
    void write(Format format, Iterator<T> items, OutputStream to) throws IOException {
        switch (format) {
            case CSV -> csv(items, to);
            case GEOJSON -> geoJson(items, to);
            case JSONL -> jsonLines(items, to);
            case JSON -> throw new IllegalArgumentException("a page is no export");
        }
    }

    /** As RFC 4180 has it, in UTF-8; the first row names the columns, the second tags them. */
    private void csv(Iterator<T> items, OutputStream to) throws IOException {
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(to, StandardCharsets.UTF_8);
        csv.writeRecord(listing.columns().stream().map(Column::name).toList());
        csv.writeRecord(listing.columns().stream().map(Column::tag).toList());
        while (items.hasNext()) {
            T item = items.next();
            csv.writeRecord(
                    listing.columns().stream().map(column -> column.cell(item)).toList());
        }
        csv.flush();
    }

    private void jsonLines(Iterator<T> items, OutputStream to) throws IOException {
        JsonGenerator json = FACTORY.createGenerator(to);
        json.setPrettyPrinter(new MinimalPrettyPrinter(""));
        while (items.hasNext()) {
            T item = items.next();
            Json.object(json, inner -> listing.fields().write(item, inner));
            json.writeRaw('\n');
        }
        json.flush();
    }

    /** As RFC 7946 has it; what has no known place has no geometry, and how many these are stands at the end. */
    private void geoJson(Iterator<T> items, OutputStream to) throws IOException {
        JsonGenerator json = FACTORY.createGenerator(to);
        json.writeStartObject();
        json.writeStringField("type", "FeatureCollection");
        json.writeArrayFieldStart("features");
        long withoutPlace = 0;
        while (items.hasNext()) {
            T item = items.next();
            Optional<Point> place = listing.place().apply(item);
            withoutPlace += place.isPresent() ? 0 : 1;
            Json.object(json, inner -> feature(item, place, inner));
        }
        json.writeEndArray();
        json.writeNumberField("withoutPlace", withoutPlace);
        json.writeEndObject();
        json.flush();
    }

    private void feature(T item, Optional<Point> place, JsonGenerator to) throws IOException {
        Json.text(to, "type", "Feature");
        if (place.isPresent()) {
            Json.field(to, "geometry", inner -> point(place.get(), inner));
        } else {
            to.writeNullField("geometry");
        }
        Json.field(to, "properties", inner -> listing.fields().write(item, inner));
    }

    private static void point(Point place, JsonGenerator to) throws IOException {
        Json.text(to, "type", "Point");
        to.writeArrayFieldStart("coordinates");
        to.writeNumber(place.lon());
        to.writeNumber(place.lat());
        to.writeEndArray();
    }
}
