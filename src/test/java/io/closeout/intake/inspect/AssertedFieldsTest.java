package io.closeout.intake.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.closeout.intake.parser.CollectedScan;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanRecord;
import io.closeout.intake.parser.ScanUnreadable;
import io.closeout.intake.parser.ScannedHost;
import io.closeout.intake.parser.registry.ParserRegistry;
import io.closeout.shared.Severity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * Compares single findings of real files with what others assert of them. Their finding is the one of ours that agrees with most of what
 * they say of it, and of several one that mentions their title. {@code /corpus/asserted-differences.csv} gives the reason of each difference, for one file or for a format and field.
 */
class AssertedFieldsTest {

    private static final int SHOWN = 60;

    /** @param ours of the record that agrees best */
    private record Difference(String path, String format, AssertedField asserted, String ours) {

        private boolean explainedBy(CSVRecord reason) {
            return (reason.get("file").equals(path) || reason.get("file").equals(format))
                    && reason.get("field").equals(asserted.field());
        }

        @Override
        public String toString() {
            return path + " [" + format + "] finding " + asserted.finding() + " " + asserted.field() + " "
                    + asserted.expected() + ", ours: " + ours;
        }
    }

    private static final class Share {
        private int agreed;
        private int all;
    }

    @Test
    void singleFindingsAreAsOthersReadThemOrDifferForAReason() throws IOException {
        assumeTrue(Corpus.isThere(), Corpus.whereToPut());
        Map<String, Share> families = new TreeMap<>();
        List<Difference> differences = new ArrayList<>();
        Set<String> unread = new TreeSet<>();
        for (CSVRecord row : Corpus.manifest()) {
            Map<Integer, List<AssertedField>> findings = AssertedField.in(row.get("asserted_fields")).stream()
                    .collect(Collectors.groupingBy(AssertedField::finding, LinkedHashMap::new, Collectors.toList()));
            if (findings.isEmpty() || row.get("family").equals("malformed")) {
                continue;
            }
            List<Finding> records = findings(row.get("path"));
            if (records.isEmpty()) {
                unread.add(row.get("path"));
                continue;
            }
            Share share = families.computeIfAbsent(row.get("family"), family -> new Share());
            findings.values().forEach(fields -> {
                Finding ours = best(records, fields);
                share.all += fields.size();
                fields.forEach(field -> {
                    if (agrees(ours, field)) {
                        share.agreed++;
                    } else {
                        differences.add(new Difference(row.get("path"), row.get("format"), field, shown(ours, field)));
                    }
                });
            });
        }
        print(families, unread);
        List<CSVRecord> reasons = Corpus.table("/corpus/asserted-differences.csv");
        assertThat(differences.stream()
                        .filter(each -> reasons.stream().noneMatch(each::explainedBy))
                        .limit(SHOWN))
                .as("differences without a reason")
                .isEmpty();
        assertThat(reasons).as("reasons for what does not differ").allSatisfy(reason -> assertThat(differences)
                .anyMatch(each -> each.explainedBy(reason)));
    }

    private static void print(Map<String, Share> families, Set<String> unread) {
        StringBuilder table = new StringBuilder("asserted fields of single findings that are ours, too\n");
        families.forEach((family, share) ->
                table.append(String.format(Locale.ROOT, "%-18s %4d of %4d%n", family, share.agreed, share.all)));
        int agreed = families.values().stream().mapToInt(share -> share.agreed).sum();
        int all = families.values().stream().mapToInt(share -> share.all).sum();
        table.append(String.format(
                Locale.ROOT,
                "%-18s %4d of %4d; of %d files no result is read: %s%n",
                "all",
                agreed,
                all,
                unread.size(),
                unread));
        System.out.println(table);
    }

    /** A record with what is known of its host. */
    private record Finding(ScanRecord record, String host) {}

    /** None for a file of which no record is taken. */
    private static List<Finding> findings(String path) throws IOException {
        CollectedScan scan = new CollectedScan();
        try {
            new ParserRegistry().read(ScanInput.of(Corpus.file(path)), scan);
        } catch (ScanUnreadable refused) {
            return List.of();
        }
        Map<Integer, String> hosts = scan.hosts.stream()
                .collect(Collectors.toMap(ScannedHost::number, host -> host.addresses() + " " + host.fqdns()));
        return scan.records.stream()
                .map(record ->
                        new Finding(record, hosts.getOrDefault(record.sighting().hostNumber(), "")))
                .toList();
    }

    private static Finding best(List<Finding> records, List<AssertedField> fields) {
        return records.stream()
                .max(Comparator.comparingLong((Finding finding) -> fields.stream()
                                .filter(field -> agrees(finding, field))
                                .count())
                        .thenComparingLong(finding -> fields.stream()
                                .filter(field -> mentions(finding, field))
                                .count()))
                .orElseThrow();
    }

    /** What they take for the title is the message in ours, now and then. */
    private static boolean mentions(Finding finding, AssertedField field) {
        return field.field().equals("title")
                && field.expected().stream()
                        .allMatch(expected -> places(finding).contains(plain(expected)));
    }

    private static boolean agrees(Finding finding, AssertedField field) {
        return field.expected().stream().allMatch(expected -> agrees(finding, field.field(), expected));
    }

    private static boolean agrees(Finding finding, String field, String expected) {
        ScanRecord record = finding.record();
        return switch (field) {
            case "severity" ->
                Stream.of(record.severity(), record.sighting().scannerSeverity())
                        .anyMatch(each -> word(each).equals(expected));
            case "title" -> like(record.title(), expected);
            case "cwe" ->
                expected.equals("0")
                        || record.crossReferences().stream()
                                .anyMatch(each -> each.matches("(?i)CWE[:-]0*" + expected.replaceAll("\\D", "")));
            case "cve" ->
                texts(record)
                        .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(expected.toLowerCase(Locale.ROOT)));
            case "line" -> words(record).contains(expected);
            default ->
                places(finding).contains(plain(expected.replaceFirst("^file://", "")))
                        || isUsualPort(record.sighting().hostName(), expected);
        };
    }

    private static String word(Severity severity) {
        return severity == Severity.INFO
                ? "Info"
                : severity.name().charAt(0) + severity.name().substring(1).toLowerCase(Locale.ROOT);
    }

    /** Others put the package, the place or the id around it. */
    private static boolean like(String ours, String theirs) {
        String one = plain(ours);
        String other = plain(theirs);
        return one.contains(other) || other.contains(one);
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static Stream<String> texts(ScanRecord record) {
        return Stream.of(
                        Stream.of(record.sighting().checkId(), record.title(), record.output(), record.description()),
                        record.cves().stream(),
                        record.crossReferences().stream(),
                        record.seeAlso().stream())
                .flatMap(each -> each);
    }

    /** ADR 0021: an origin names its port only if it is unusual. */
    private static boolean isUsualPort(String origin, String port) {
        return (port.equals("80") && origin.startsWith("http://"))
                || (port.equals("443") && origin.startsWith("https://"));
    }

    private static String places(Finding finding) {
        ScanRecord record = finding.record();
        return plain(finding.host() + " " + record.sighting().hostName() + " "
                + record.sighting().location() + " " + record.output() + " " + record.title() + " "
                + record.description());
    }

    private static Set<String> words(ScanRecord record) {
        return Stream.of((record.output() + " " + record.description()).split("\\D+"))
                .collect(Collectors.toSet());
    }

    private static String shown(Finding finding, AssertedField field) {
        ScanRecord record = finding.record();
        String text =
                switch (field.field()) {
                    case "severity" ->
                        record.severity() + "/" + record.sighting().scannerSeverity();
                    case "title" -> record.title();
                    case "cwe" -> record.crossReferences().toString();
                    case "cve" -> record.cves() + " " + record.sighting().checkId();
                    default ->
                        record.sighting().hostName() + " | " + record.sighting().location() + " | " + record.output();
                };
        return text.length() <= 160 ? text : text.substring(0, 160) + "…";
    }

    @Nested
    class WhatOthersAssert {

        @Test
        void isReadEitherWayAround() {
            assertThat(
                            AssertedField.in(
                                    "eq('High', findings[1].severity); eq(findings[2].title, 'A; \\'b\\''); assertTrue(findings[2].active)"))
                    .containsExactly(
                            new AssertedField(1, "severity", List.of("High")),
                            new AssertedField(2, "title", List.of("A; 'b'")));
        }

        @Test
        void mayBeListsNumbersAndPlaces() {
            assertThat(AssertedField.in(
                            "eq([79, 80], findings[0].unsaved_cwes); eq('CVE-1', findings[3].vulnerability_ids[0]);"
                                    + " eq('shop', locations(findings[3])[0].host); eq(443, location.port)"))
                    .containsExactly(
                            new AssertedField(0, "cwe", List.of("79", "80")),
                            new AssertedField(3, "cve", List.of("CVE-1")),
                            new AssertedField(3, "location", List.of("shop")),
                            new AssertedField(3, "location", List.of("443")));
        }
    }
}
