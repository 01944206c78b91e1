package io.closeout.intake.parser.hdf;

import io.closeout.intake.parser.CveList;
import io.closeout.intake.parser.CweList;
import io.closeout.intake.parser.HtmlText;
import io.closeout.intake.parser.JsonValue;
import io.closeout.intake.parser.ScanRecord;
import io.closeout.intake.parser.ScanRecord.ComplianceResult;
import io.closeout.intake.parser.ScanTimes;
import io.closeout.intake.parser.Sighting;
import io.closeout.shared.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A control of a profile with its results. */
record HdfControl(String place, String profile, JsonValue told) {

    /** What its results say together. */
    enum Verdict {
        FAILED,
        PASSED,
        /** Skipped, waived, or its code broke: nothing is known. */
        UNKNOWN,
        /** An overlay repeats the control; its results stand in the profile below. */
        NO_RESULTS
    }

    String id() {
        return told.text("id");
    }

    /** Heimdall, "HDF statuses": one failed result fails the control, one error leaves it unknown. */
    Verdict verdict() {
        Set<String> words =
                told.items("results").map(each -> each.text("status")).collect(Collectors.toSet());
        if (words.isEmpty()) {
            return Verdict.NO_RESULTS;
        }
        if (words.contains("failed")) {
            return Verdict.FAILED;
        }
        return words.contains("passed") && !words.contains("error") ? Verdict.PASSED : Verdict.UNKNOWN;
    }

    /** A status that HDF does not have; null if there is none. */
    @Nullable
    String unknownStatus() {
        return told.items("results")
                .map(each -> each.text("status"))
                .filter(word -> !Set.of("passed", "failed", "skipped", "error").contains(word))
                .findFirst()
                .orElse(null);
    }

    /** Heimdall, "Impact": 0.9 critical, 0.7 high, 0.4 medium, above 0 low. Null without a number from 0 to 1. */
    @Nullable
    Severity rating() {
        Double impact = told.number("impact");
        if (impact == null || impact < 0 || impact > 1) {
            return null;
        }
        if (impact >= 0.9) {
            return Severity.CRITICAL;
        }
        if (impact >= 0.7) {
            return Severity.HIGH;
        }
        if (impact >= 0.4) {
            return Severity.MEDIUM;
        }
        return impact > 0 ? Severity.LOW : Severity.INFO;
    }

    /** When its last result began. */
    Optional<Instant> at() {
        return told.items("results")
                .map(each -> ScanTimes.of(each.text("start_time")))
                .filter(Objects::nonNull)
                .max(Instant::compareTo);
    }

    ScanRecord record(Sighting sighting) {
        String title = told.text("title");
        return ScanRecord.of(sighting)
                .title(title.lines().findFirst().orElse(""))
                .family(profile)
                .type(ScanRecord.CheckType.UNKNOWN)
                .description(HtmlText.plain(described("default").isEmpty() ? told.text("desc") : described("default")))
                .solution(HtmlText.plain(described("fix")))
                .output(output())
                .cves(CveList.in(id() + " " + title + " " + told.text("tags", "cveid") + " " + told.at("tags", "cve")))
                .seeAlso(links())
                .crossReferences(references())
                .compliance(new ComplianceResult(title, id(), "failed", "", ""))
                .build();
    }

    /** Descriptions are a list with labels, in older files an object; some tools put them among the tags. */
    private String described(String label) {
        return Stream.of(
                        told.items("descriptions")
                                .filter(each -> each.text("label").equals(label))
                                .map(each -> each.text("data"))
                                .findFirst()
                                .orElse(""),
                        told.text("descriptions", label),
                        told.text("tags", label))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private String output() {
        String failed = told.items("results")
                .filter(each -> each.text("status").equals("failed"))
                .map(each -> Stream.of(each.text("code_desc"), each.text("message"))
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining("\n")))
                .collect(Collectors.joining("\n\n"));
        return HtmlText.plain(failed);
    }

    private List<String> links() {
        return told.items("refs")
                .flatMap(each -> Stream.of(each.text("url"), each.text("ref"), each.text("uri")))
                .filter(link -> link.matches("https?://\\S+"))
                .distinct()
                .toList();
    }

    private List<String> references() {
        Stream<String> ids = Stream.of("gid", "rid", "stig_id", "gtitle").map(tag -> told.text("tags", tag));
        Stream<String> lists = Stream.of("cci", "nist").flatMap(tag -> told.at("tags").texts(tag).stream());
        Stream<String> classes = Stream.of("cwe", "cweid", "cweIds")
                .flatMap(tag -> told.at("tags").texts(tag).stream())
                .flatMap(each -> CweList.ofNumber(each).stream());
        return Stream.of(ids, lists, classes)
                .flatMap(each -> each)
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
    }
}
