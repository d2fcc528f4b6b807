package org.tollwatch.serve;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tollwatch.ask.Point;

/**
 * How the items of a list are written for other programs.
 *
 * @param columns of a table, always in this order
 * @param fields of a JSON object
 * @param place where an item is, if that is known
 */
record Listing<T>(List<Column<T>> columns, Page.Writer<T> fields, Function<T, Optional<Point>> place) {}
