package io.closeout.exchange.reader;

/** What stands in a cell, under the heading as the sheet writes it. */
public record Told(String heading, String text) {}
