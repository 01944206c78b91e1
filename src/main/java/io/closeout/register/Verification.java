package io.closeout.register;

import org.jspecify.annotations.Nullable;

/**
 * A person's judgement of a reported fix.
 *
 * @param note required when it failed: what is still there
 */
public record Verification(boolean passed, @Nullable String note) {}
