package io.closeout.intake.parser.generic;

import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.ScanHeader;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanParser;
import io.closeout.intake.parser.ScanProbe;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.Sighting;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A table or list that the organisation described itself. It proves nothing absent. */
public final class OwnTableParser implements ScanParser {

    private final FormatDescriptor descriptor;
    private final TableLayout layout;

    /**
     * @param format names the description and its version
     * @param family of findings that are read in this way
     */
    public OwnTableParser(String format, String family, String name, TableLayout layout) {
        this.descriptor = new FormatDescriptor(
                format,
                family,
                name,
                "a table of your own",
                "As the first file of this kind was made; its columns are described under Own tables.",
                "docs/own-tables.md",
                1);
        this.layout = layout;
    }

    @Override
    public FormatDescriptor descriptor() {
        return descriptor;
    }

    @Override
    public boolean accepts(ScanProbe probe) throws IOException {
        if (layout.sheet() != null && !layout.sheet().equals(probe.sheet().orElse(null))) {
            return false;
        }
        List<String> list = layout.list();
        if (list == null) {
            return probe.hasExactlyColumns(layout.shape());
        }
        String before = String.join(".", list);
        return probe.hasJson(required(before + "[].")) || (list.isEmpty() && probe.hasJson(required("")));
    }

    private String[] required(String before) {
        return layout.requiredMembers().stream().map(member -> before + member).toArray(String[]::new);
    }

    @Override
    public void parse(ScanInput in, ScanSink sink) throws IOException {
        ListedHosts hosts = new ListedHosts();
        sink.header(ScanHeader.of(descriptor));
        Entries.each(layout, in, sink, entry -> new ListedFinding(
                        names -> text(entry, names), layout.words(), entry.place(), sink)
                .handOver(hosts));
        hosts.handOver(sink);
    }

    /** The first of the usual names under which this table has something. */
    private String text(Entries.Entry entry, String... usualNames) {
        return Stream.of(usualNames)
                .map(name -> text(entry, name))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private String text(Entries.Entry entry, String usualName) {
        return switch (usualName) {
            case "title" -> of(entry, TableField.TITLE);
            case "severity" ->
                layout.always() == null
                        ? of(entry, TableField.SEVERITY)
                        : layout.always().name().toLowerCase(Locale.ROOT);
            case "asset" -> of(entry, TableField.ASSET);
            case "cve" -> of(entry, TableField.CVE);
            case "check id" -> of(entry, TableField.CHECK_ID);
            case ListedFinding.FIRST_SEEN -> of(entry, TableField.FIRST_SEEN);
            case ListedFinding.LAST_SEEN -> of(entry, TableField.LAST_SEEN);
            case "solution" -> of(entry, TableField.SOLUTION);
            case "description" -> of(entry, TableField.DESCRIPTION);
            case "evidence" -> of(entry, TableField.OUTPUT);
            case "cvss" -> of(entry, TableField.SCORE);
            case "references" -> of(entry, TableField.REFERENCES);
            case "status" -> of(entry, TableField.STATE);
            case "file_path" -> location(of(entry, TableField.LOCATION));
            default -> "";
        };
    }

    /** A number alone is a port. */
    private static String location(String told) {
        return told.matches("\\d{1,5}") ? Sighting.location(Integer.parseInt(told), "tcp") : told;
    }

    private String of(Entries.Entry entry, TableField field) {
        String column = layout.fields().get(field);
        return column == null ? "" : entry.get(column);
    }
}
