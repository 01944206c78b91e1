package io.closeout.threat.reading;

/**
 * A broken entry of a file.
 *
 * @param place where it stands, such as {@code entry 12 (CVE-2024-1709)}, {@code line 7}
 */
public record Problem(String place, String reason) {}
