package io.closeout.intake.parser;

/**
 * A part of a file that was left out because its meaning would have to be guessed.
 *
 * @param where place in the file, in words
 * @param why what was not understood
 */
public record Skipped(String where, String why) {}
