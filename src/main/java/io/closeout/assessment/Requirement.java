package io.closeout.assessment;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One of the 110 security requirements of CMMC Level 2.
 *
 * @param id as CMMC writes it, such as {@code AC.L2-3.1.20}
 * @param points lost when it is not met
 * @param partialPoints lost when it is partly met; null where that is no result
 * @param poam whether it may stand on a Conditional POA&amp;M
 * @param hint what an assessor should know
 */
public record Requirement(
        String id,
        String title,
        int points,
        @Nullable Integer partialPoints,
        OnPoam poam,
        @Nullable String hint) implements Comparable<Requirement> {

    /** As the list of requirements says it. */
    public enum OnPoam {
        YES,
        NO,
        PARTLY_MET
    }

    private static final Comparator<Requirement> BY_NUMBER =
            Comparator.comparing(Requirement::family).thenComparing(Requirement::position);

    /** 32 CFR 170.21(a)(2)(iii), which names them with these letters. */
    private static final Map<String, String> NAMED = Map.of(
            "AC.L2-3.1.20", "A",
            "AC.L2-3.1.22", "B",
            "CA.L2-3.12.4", "C",
            "PE.L2-3.10.3", "D",
            "PE.L2-3.10.4", "E",
            "PE.L2-3.10.5", "F");

    public Family family() {
        return Family.valueOf(id.substring(0, 2));
    }

    /** Such as {@code 3.1.20}. */
    public String number() {
        return id.substring(id.indexOf('-') + 1);
    }

    private int position() {
        return Integer.parseInt(id.substring(id.lastIndexOf('.') + 1));
    }

    public boolean canBePartlyMet() {
        return partialPoints != null;
    }

    /** Points that a result costs; nothing for one that was not assessed. */
    public int lost(@Nullable Result result) {
        if (result == Result.NOT_MET) {
            return points;
        }
        return result == Result.PARTIAL && partialPoints != null ? partialPoints : 0;
    }

    /** For a requirement that is not met, or partly. */
    public Standing standing(Result result) {
        boolean allowed = poam == OnPoam.YES || (poam == OnPoam.PARTLY_MET && result == Result.PARTIAL);
        return new Standing(allowed, allowed ? whyAllowed() : whyBarred(result));
    }

    private String whyAllowed() {
        return poam == OnPoam.YES
                ? "32 CFR 170.21(a)(2)(ii): worth 1 point"
                : "32 CFR 170.21(a)(2)(ii): encryption is employed but not FIPS-validated, the one exception worth 3 points";
    }

    private String whyBarred(Result result) {
        return Optional.ofNullable(NAMED.get(id))
                .map("32 CFR 170.21(a)(2)(iii)(%s): named as one that may not"::formatted)
                .orElseGet(() -> "32 CFR 170.21(a)(2)(ii): worth more than 1 point (%d)".formatted(lost(result)));
    }

    @Override
    public int compareTo(Requirement other) {
        return BY_NUMBER.compare(this, other);
    }
}
