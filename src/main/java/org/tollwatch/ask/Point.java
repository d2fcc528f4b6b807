package org.tollwatch.ask;

/** Where something is, in degrees north and east (WGS 84). */
public record Point(double lat, double lon) {}
