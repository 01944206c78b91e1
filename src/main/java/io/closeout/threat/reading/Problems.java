package io.closeout.threat.reading;

import io.closeout.shared.Shortened;
import java.util.ArrayList;
import java.util.List;

/** Broken entries of one file: the first are kept, all are counted. */
public final class Problems {

    private static final int MOST_KEPT = 200;
    private static final int LONGEST_PLACE = 300;
    private static final int LONGEST_REASON = 500;

    private final List<Problem> first = new ArrayList<>();
    private int count;

    void add(String place, String reason) {
        count++;
        if (first.size() < MOST_KEPT) {
            first.add(new Problem(Shortened.to(LONGEST_PLACE, place), Shortened.to(LONGEST_REASON, reason)));
        }
    }

    public List<Problem> first() {
        return List.copyOf(first);
    }

    public int count() {
        return count;
    }
}
