package io.closeout.intake.parser;

import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which checks a scan was told to run. The explicit list of checks decides if the file has one; else the choice of
 * single checks, then that of whole families. A family that is neither wholly on nor wholly off proves nothing about
 * checks that are not named. Small: a list of 200,000 checks takes about 40 KB.
 */
public final class CheckSelection {

    /** Ids above are no ids of any known scanner; a hostile one must not make the set huge. */
    private static final int LARGEST_ID = 1 << 24;

    private final BitSet listed;
    private final Map<String, Boolean> families;
    private final Map<String, Boolean> singleChecks;

    private CheckSelection(BitSet listed, Map<String, Boolean> families, Map<String, Boolean> singleChecks) {
        this.listed = listed;
        this.families = families;
        this.singleChecks = singleChecks;
    }

    /**
     * Whether the check was to be run; empty if the file does not say, in which case only a scan with the same policy
     * is known to have run the same checks.
     *
     * @param family may be empty
     */
    public Optional<Boolean> ran(String checkId, String family) {
        if (hasList()) {
            return Optional.of(isListed(checkId));
        }
        if (families.isEmpty() && singleChecks.isEmpty()) {
            return Optional.empty();
        }
        Boolean single = singleChecks.get(checkId);
        return Optional.of(single != null ? single : families.getOrDefault(family, false));
    }

    /** Whether the file names every check one by one. */
    public boolean hasList() {
        return !listed.isEmpty();
    }

    private boolean isListed(String checkId) {
        return checkId.matches("\\d{1,9}") && listed.get(Integer.parseInt(checkId));
    }

    /** The selection as text, to be kept beside a scan; {@link #ofText} is its inverse. */
    public String asText() {
        StringBuilder text = new StringBuilder();
        for (int from = listed.nextSetBit(0); from >= 0; ) {
            int to = listed.nextClearBit(from);
            text.append("checks\t").append(from).append('-').append(to - 1).append('\n');
            from = listed.nextSetBit(to);
        }
        families.forEach((family, on) -> line(text, "family", on, family));
        singleChecks.forEach((check, on) -> line(text, "check", on, check));
        return text.toString();
    }

    private static void line(StringBuilder text, String kind, boolean on, String name) {
        text.append(kind).append('\t').append(on).append('\t').append(name).append('\n');
    }

    public static CheckSelection ofText(String text) {
        Builder builder = new Builder();
        text.lines().map(line -> line.split("\t", 3)).forEach(part -> {
            switch (part[0]) {
                case "checks" -> builder.listRange(part[1]);
                case "family" -> builder.family(part[2], Boolean.parseBoolean(part[1]));
                default -> builder.singleCheck(part[2], Boolean.parseBoolean(part[1]));
            }
        });
        return builder.build();
    }

    /** Collects what the file says. */
    public static final class Builder {

        private final BitSet listed = new BitSet();
        private final Map<String, Boolean> families = new TreeMap<>();
        private final Map<String, Boolean> singleChecks = new TreeMap<>();
        private long id = -1;

        /** Takes a list such as {@code 10180;19506} in pieces that may end in the middle of a number. */
        public void list(String piece) {
            for (int i = 0; i < piece.length(); i++) {
                char c = piece.charAt(i);
                if (c >= '0' && c <= '9') {
                    id = Math.min(Math.max(id, 0) * 10 + c - '0', LARGEST_ID + 1L);
                } else {
                    endOfId();
                }
            }
        }

        public void endOfId() {
            if (id >= 0 && id <= LARGEST_ID) {
                listed.set((int) id);
            }
            id = -1;
        }

        private void listRange(String range) {
            int dash = range.indexOf('-');
            listed.set(Integer.parseInt(range.substring(0, dash)), Integer.parseInt(range.substring(dash + 1)) + 1);
        }

        public void family(String name, boolean on) {
            families.put(oneLine(name), on);
        }

        public void singleCheck(String checkId, boolean on) {
            singleChecks.put(oneLine(checkId), on);
        }

        private static String oneLine(String name) {
            return name.strip().replaceAll("\\s+", " ");
        }

        public CheckSelection build() {
            return new CheckSelection(listed, families, singleChecks);
        }
    }
}
