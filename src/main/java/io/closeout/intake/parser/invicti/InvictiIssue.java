package io.closeout.intake.parser.invicti;

import io.closeout.intake.parser.CveList;
import io.closeout.intake.parser.CvssScores;
import io.closeout.intake.parser.CweList;
import io.closeout.intake.parser.HtmlText;
import io.closeout.intake.parser.LabelledLines;
import io.closeout.intake.parser.ScanRecord;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.Sighting;
import io.closeout.intake.parser.Skipped;
import io.closeout.intake.parser.WebSites;
import io.closeout.shared.Severity;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One issue, whichever file it comes from; texts may hold HTML. Requests and responses are left out, since they carry cookies and
 * passwords.
 *
 * @param type such as {@code WeakCiphersDetected}, the same in all files
 * @param name empty in files of the old desktop product
 * @param state one or several words with commas; empty if the file has none
 * @param confirmed whether the scanner proved it; empty if not said
 * @param parameter in which it lies; may be empty
 * @param cwe one number or several with commas
 * @param facts what the scanner extracted, a line each
 */
record InvictiIssue(
        String type,
        String name,
        String url,
        String severity,
        String state,
        String confirmed,
        String parameter,
        String description,
        String impact,
        String remedy,
        String references,
        String cwe,
        String knownVulnerabilities,
        String facts,
        CvssScores cvss) {

    void handTo(ScanSink sink, WebSites sites, String place) {
        String checkId = type.isEmpty() ? name : type;
        if (checkId.isEmpty()) {
            sink.skipped(Skipped.result(place, "an issue without type and name"));
            return;
        }
        String settled = settled();
        if (settled != null) {
            sink.skipped(Skipped.result(place, "issue " + title() + " is " + settled));
            return;
        }
        Severity word = word();
        if (word == null) {
            sink.skipped(Skipped.result(place, "issue " + title() + " has the unknown severity \"" + severity + "\""));
            return;
        }
        Sighting sighting = sites.at(url).sighting(checkId, word);
        if (sink.sighted(sighting)) {
            sink.record(record(sighting));
        }
    }

    /** A risk that was accepted there is still one: who may accept it here is another question. */
    private @Nullable String settled() {
        String words = state.toLowerCase(Locale.ROOT);
        if (words.contains("false positive")) {
            return "marked as a false positive";
        }
        return words.contains("fixed") ? "fixed" : null;
    }

    /** Invicti, "Vulnerability severity levels"; Important is the High of Netsparker before 5. */
    private @Nullable Severity word() {
        return switch (severity.toLowerCase(Locale.ROOT).replace(" ", "")) {
            case "critical" -> Severity.CRITICAL;
            case "important", "high" -> Severity.HIGH;
            case "medium" -> Severity.MEDIUM;
            case "low" -> Severity.LOW;
            case "information", "informational", "bestpractice" -> Severity.INFO;
            default -> null;
        };
    }

    /** The type in words where there is no name: {@code ConfirmedBlindSqlInjection}. */
    private String title() {
        return name.isEmpty() ? type.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ") : HtmlText.plain(name);
    }

    private ScanRecord record(Sighting sighting) {
        return ScanRecord.of(sighting)
                .title(title())
                .type(ScanRecord.CheckType.REMOTE)
                .cvss(cvss)
                .description(Stream.of(HtmlText.plain(description), HtmlText.plain(impact))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining("\n\n")))
                .solution(HtmlText.plain(remedy))
                .output(new LabelledLines()
                        .line("Address", url)
                        .line("Parameter", parameter)
                        .line("Confirmed", confirmed)
                        .line("State", state)
                        .block("Found", HtmlText.plain(facts))
                        .text())
                .cves(CveList.in(knownVulnerabilities + " " + references + " " + facts))
                .seeAlso(links())
                .crossReferences(Stream.of(cwe.split("[,;]"))
                        .flatMap(each -> CweList.ofNumber(each).stream())
                        .distinct()
                        .toList())
                .build();
    }

    private List<String> links() {
        return HtmlText.links(references).stream().distinct().toList();
    }
}
