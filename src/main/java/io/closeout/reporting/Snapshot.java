package io.closeout.reporting;

import java.time.Instant;

/**
 * The register as it was when a review opened.
 *
 * @param period such as {@code 2026-11}
 * @param digest SHA-256 over the figures and all frozen rows, hexadecimal
 */
public record Snapshot(String period, Instant takenAt, String digest, Figures figures) {}
