package io.closeout.intake.parser;

import org.jspecify.annotations.Nullable;

/** Base scores (0.0 to 10.0) and vectors as the file gives them; vectors keep the scanner's spelling. */
public record CvssScores(
        @Nullable Double v2,
        @Nullable String v2Vector,
        @Nullable Double v3,
        @Nullable String v3Vector,
        @Nullable Double v4,
        @Nullable String v4Vector) {}
