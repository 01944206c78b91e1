package io.closeout.exchange.reader;

/** A row, or a sheet, that makes no item. */
public record LeftOut(Place place, String why) {}
