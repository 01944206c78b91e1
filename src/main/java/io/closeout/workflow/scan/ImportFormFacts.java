package io.closeout.workflow.scan;

import io.closeout.access.People;
import io.closeout.access.Person;
import io.closeout.access.PolicyCalendar;
import io.closeout.intake.HeldImports;
import io.closeout.intake.Scan;
import io.closeout.intake.ScanCounts;
import io.closeout.intake.ScannerNames;
import io.closeout.intake.Scans;
import io.closeout.policy.ImportGate.Facts;
import io.closeout.register.Scopes;
import io.closeout.workflow.ImportScan;
import io.closeout.workflow.RequestFacts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the form of a held import shows. Keys are part of the form's contract. */
@Component
class ImportFormFacts implements RequestFacts {

    private final Scans scans;
    private final HeldImports held;
    private final Scopes scopes;
    private final People people;
    private final PolicyCalendar calendar;

    ImportFormFacts(Scans scans, HeldImports held, Scopes scopes, People people, PolicyCalendar calendar) {
        this.scans = scans;
        this.held = held;
        this.scopes = scopes;
        this.people = people;
        this.calendar = calendar;
    }

    @Override
    public String process() {
        return ImportScan.KEY;
    }

    @Override
    public Optional<String> title(String scanId) {
        return Optional.of(scans.get(Long.parseLong(scanId)).fileName());
    }

    @Override
    public Map<String, Object> facts(String scanId) {
        Scan scan = scans.get(Long.parseLong(scanId));
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("fileName", scan.fileName());
        facts.put("scanner", ScannerNames.shown(scan.scanner()));
        facts.put(
                "scanDate",
                scan.scanDate() == null ? "not known" : scan.scanDate().toString());
        facts.put("scope", scopes.resolve(scan.scopeId()).name());
        facts.put("receivedBy", people.find(scan.receivedBy()).map(Person::name).orElse(scan.receivedBy()));
        facts.put("receivedOn", calendar.dateOf(scan.receivedAt()).toString());
        facts.put("page", "/scans/" + scan.id());
        facts.put(
                "why",
                scan.heldBecause().isEmpty() ? "A preview was asked for." : String.join(" ", scan.heldBecause()));
        figures(held.facts(scan.id()), scan.counts(), facts);
        return facts;
    }

    private static void figures(Facts figures, ScanCounts counts, Map<String, Object> facts) {
        facts.put("hosts", figures.hosts());
        facts.put("knownHosts", figures.knownHosts());
        facts.put("newFindings", counts.newFindings());
        facts.put("usual", figures.usual() == 0 ? "not known" : figures.usual());
        facts.put("reappeared", counts.reappeared());
        facts.put("seenAgain", counts.seenAgain());
        facts.put("verifiedAbsent", counts.verifiedAbsent());
        facts.put("openBefore", figures.openBefore());
        facts.put("notObserved", counts.notObserved());
    }
}
