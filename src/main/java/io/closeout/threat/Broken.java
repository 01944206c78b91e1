package io.closeout.threat;

/** A broken entry of a file that was taken: where it stands, and what is wrong with it. */
public record Broken(String place, String reason) {}
