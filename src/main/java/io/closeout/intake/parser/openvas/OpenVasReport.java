package io.closeout.intake.parser.openvas;

import io.closeout.intake.parser.CheckSelection;
import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.HardenedXml;
import io.closeout.intake.parser.PortRange;
import io.closeout.intake.parser.ScanHeader;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.ScannedHost.Contact;
import io.closeout.intake.parser.Skipped;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * One pass over one report. The file does not say which checks were run, so the name of the task, with the filter that chose the
 * results, stands for the policy: two reports of one task and one filter ran the same checks on the same ports.
 */
final class OpenVasReport {

    private final HardenedXml xml;
    private final ScanSink sink;
    private final FormatDescriptor format;
    private final OpenVasHosts hosts;
    private String task = "";
    private String filter = "";
    private String status = "";
    private long listed;
    private long results;
    private boolean headerGiven;

    OpenVasReport(HardenedXml xml, ScanSink sink, FormatDescriptor format) {
        this.xml = xml;
        this.sink = sink;
        this.format = format;
        this.hosts = new OpenVasHosts(xml, sink);
    }

    void read() throws IOException {
        xml.children(this::part);
    }

    private void part(String name) throws IOException {
        switch (name) {
            case "report" -> read();
            case "task" -> xml.children(this::task);
            case "filters" -> xml.children(this::filter);
            case "scan_run_status" -> status = xml.text().strip();
            case "result_count" -> xml.children(this::count);
            case "results" -> results();
            case "errors" -> xml.children(this::error);
            case "host" -> hosts.read();
            case "host_start" -> hosts.started();
            case "host_end" -> hosts.ended();
            default -> xml.skip();
        }
    }

    private void task(String name) throws IOException {
        if (name.equals("name")) {
            task = xml.text().strip();
        }
    }

    /** What only pages and sorts the results is no part of what was chosen. */
    private void filter(String name) throws IOException {
        if (name.equals("term")) {
            filter = Arrays.stream(xml.text().strip().split("\\s+"))
                    .filter(term -> !term.matches("(first|rows|sort|sort-reverse)=.*"))
                    .sorted()
                    .collect(Collectors.joining(" "));
        }
    }

    private void count(String name) throws IOException {
        if (name.equals("filtered")) {
            String text = xml.text().strip();
            listed = text.matches("\\d{1,9}") ? Long.parseLong(text) : 0;
        }
    }

    private void results() throws IOException {
        header();
        xml.children(name -> {
            if (name.equals("result")) {
                results++;
                new OpenVasResult(xml, sink, hosts).read();
            }
        });
    }

    /** A check that did not come to its end says nothing about its host. */
    private void error(String name) throws IOException {
        if (name.equals("error")) {
            String place = xml.place();
            OpenVasError error = OpenVasError.read(xml);
            hosts.unsure(error.host());
            sink.skipped(new Skipped(
                    place, "host " + error.host() + ", check " + error.checkId() + " failed: " + error.description()));
        }
    }

    private void header() {
        if (!headerGiven) {
            headerGiven = true;
            String policy = filter.isEmpty() ? task : task + " (" + filter + ")";
            sink.header(new ScanHeader(
                    format.scanner(),
                    format.format(),
                    task,
                    policy,
                    new CheckSelection.Builder().build(),
                    PortRange.of("")));
        }
    }

    void finish() {
        header();
        boolean whole = results >= listed;
        if (!whole) {
            sink.skipped(new Skipped(
                    "the whole file",
                    "it holds " + results + " of " + listed
                            + " results, so it proves nothing absent. Take the limit of rows"
                            + " out of the filter and export it again"));
        }
        hosts.finish(whole && status.equalsIgnoreCase("Done") ? Contact.CHECKED : Contact.LISTED);
    }
}
