package io.closeout.intake;

/** Something in a file that was not taken, or made it refused. */
public record Problem(String where, String why) {}
