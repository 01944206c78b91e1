package io.closeout.intake.parser.qualys;

import io.closeout.intake.parser.FeedVersion;
import io.closeout.intake.parser.HardenedXml;
import io.closeout.intake.parser.HtmlMemory;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.ScannedHost;
import io.closeout.intake.parser.ScannedHost.Contact;
import io.closeout.intake.parser.Sighting;
import io.closeout.intake.parser.Skipped;
import io.closeout.shared.Severity;
import java.io.IOException;

/** One {@code IP} with its results, in four lists by kind and each by category and port. */
final class QualysScanHost {

    private final HardenedXml xml;
    private final ScanSink sink;
    private final HtmlMemory memory;
    private final int number;
    private final boolean scanFinished;
    private final String address;
    private final String name;
    private final String status;
    private final ScannedHost.Builder host;
    private boolean unsure;
    private final QualysWitnesses witnesses = new QualysWitnesses();

    QualysScanHost(
            HardenedXml xml, ScanSink sink, HtmlMemory memory, int number, boolean scanFinished, FeedVersion feed) {
        this.xml = xml;
        this.sink = sink;
        this.memory = memory;
        this.number = number;
        this.scanFinished = scanFinished;
        this.address = QualysWords.known(xml.attribute("value"));
        this.name = QualysWords.known(xml.attribute("name"));
        this.status = QualysWords.known(xml.attribute("status"));
        this.host = ScannedHost.of(number, hostName())
                .address(address)
                .fqdn(QualysWords.fullName(name))
                .feed(feed);
    }

    private String hostName() {
        return name.isEmpty() ? address : name;
    }

    void read() throws IOException {
        String place = xml.place();
        if (address.isEmpty()) {
            sink.skipped(new Skipped(place, "a host without address"));
            xml.skip();
            return;
        }
        xml.children(this::part);
        sink.host(host.end(witnesses.end())
                .contact(contact())
                .credentials(witnesses.credentials())
                .build());
    }

    private Contact contact() {
        if (status.equalsIgnoreCase("down")) {
            return Contact.ONLY_PINGED;
        }
        return scanFinished && witnesses.end() != null && !unsure ? Contact.CHECKED : Contact.LISTED;
    }

    private void part(String part) throws IOException {
        switch (part) {
            case "OS" -> host.operatingSystem(QualysWords.known(xml.text()));
            case "NETBIOS_HOSTNAME" -> host.netbiosName(QualysWords.known(xml.text()));
            case "IPV6" -> host.address(QualysWords.known(xml.attribute("value")));
            case "INFOS", "SERVICES", "VULNS", "PRACTICES" -> xml.children(this::category);
            default -> xml.skip();
        }
    }

    private void category(String part) throws IOException {
        if (part.equals("CAT")) {
            String category = QualysWords.known(xml.attribute("value"));
            String location = QualysWords.location(xml.attribute("port"), xml.attribute("protocol"));
            xml.children(kind -> result(kind, category, location));
        }
    }

    private void result(String kind, String category, String location) throws IOException {
        String place = xml.place();
        String check = QualysWords.known(xml.attribute("number"));
        String level = QualysWords.known(xml.attribute("severity"));
        String cves = QualysWords.known(xml.attribute("cveid"));
        boolean information = kind.equals("INFO") || kind.equals("SERVICE");
        Severity severity = QualysWords.severity(information, level);
        if (check.isEmpty() || severity == null) {
            // what is left out may be what seems to be gone
            unsure = true;
            sink.skipped(Skipped.result(
                    place,
                    check.isEmpty()
                            ? "a result without number on " + address
                            : "QID " + check + " on " + address + " has the unknown severity \"" + level + "\""));
            return;
        }
        Sighting sighting = new Sighting(number, hostName(), check, severity, location);
        boolean wanted = sink.sighted(sighting);
        if (wanted || QualysWitnesses.needsResultOf(check)) {
            QualysCheck details = QualysCheck.read(xml, sink, memory);
            witnesses.heard(check, details.result());
            if (wanted) {
                sink.record(details.record(sighting, category, cves)
                        .output(QualysWords.output(kind.equals("PRACTICE"), details.result()))
                        .build());
            }
        }
    }
}
