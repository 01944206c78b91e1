package io.closeout.evidence;

/**
 * What is known of a stored content. Its names lie with those who refer to it.
 *
 * @param digest SHA-256, as in {@link io.closeout.shared.Sha256}
 * @param size in bytes
 */
public record StoredFile(String digest, long size) {}
