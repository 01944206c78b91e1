package io.closeout.register;

import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.access.PolicyCalendar;
import io.closeout.evidence.EvidenceKind;
import io.closeout.evidence.EvidenceLocker;
import io.closeout.evidence.NewEvidence;
import io.closeout.policy.Track;
import io.closeout.shared.Severity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/** Items as they stand on their way, each set up through the services. Titles are unique unless given. */
@TestComponent
public class Situations {

    public static final Actor IT = new Actor("it", Set.of(Group.REMEDIATOR), "page");
    public static final Actor OT = new Actor("ot", Set.of(Group.REMEDIATOR), "page");
    public static final Actor ISSM = new Actor("issm", Set.of(Group.ISSM), "page");
    public static final Actor LEADER = new Actor("leader", Set.of(Group.LEADERSHIP), "page");
    private static final Actor IMPORT = Actor.system("import");

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Register register;
    private final ItemNumbers numbers;
    private final Scopes scopes;
    private final AssetIdentity assets;
    private final Weaknesses weaknesses;
    private final Findings findings;
    private final EvidenceLocker evidence;
    private final PolicyCalendar calendar;
    private final TransactionTemplate transaction;

    Situations(
            Register register,
            ItemNumbers numbers,
            Scopes scopes,
            AssetIdentity assets,
            Weaknesses weaknesses,
            Findings findings,
            EvidenceLocker evidence,
            PolicyCalendar calendar,
            TransactionTemplate transaction) {
        this.register = register;
        this.numbers = numbers;
        this.scopes = scopes;
        this.assets = assets;
        this.weaknesses = weaknesses;
        this.findings = findings;
        this.evidence = evidence;
        this.calendar = calendar;
        this.transaction = transaction;
    }

    public LocalDate today() {
        return calendar.today();
    }

    public PoamId aNewItem() {
        return found("Weakness " + NUMBER.incrementAndGet(), Severity.HIGH, today(), "Shop-PC07");
    }

    public PoamId anOverdueItem() {
        return found("Overdue weakness " + NUMBER.incrementAndGet(), Severity.HIGH, today().minusDays(40), "Shop-PC07");
    }

    public PoamId aPlannedItem() {
        return planned(aNewItem(), today().plusDays(10));
    }

    public PoamId anItemInProgress() {
        return signedOff(aPlannedItem());
    }

    public PoamId anItemAwaitingVerification() {
        return reportedFixed(anItemInProgress());
    }

    public PoamId aClosedItem() {
        return closed(anItemAwaitingVerification());
    }

    /** What a scan finds on each of the assets, at port 445. */
    public PoamId found(String title, Severity severity, LocalDate detectedOn, String... names) {
        return found(
                new Weaknesses.Weakness(
                        "nessus",
                        "1000" + NUMBER.incrementAndGet(),
                        title,
                        "The remote host is affected by: " + title,
                        "Apply the vendor's update.",
                        "https://www.example.com/advisory\nMSFT:MS17-010",
                        "CVE-2017-0143 CVE-2017-0144",
                        severity,
                        new BigDecimal("8.1"),
                        "CVSS:3.0/AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:H",
                        "3",
                        "Windows",
                        false),
                detectedOn,
                names);
    }

    public PoamId found(Weaknesses.Weakness weakness, LocalDate detectedOn, String... names) {
        PoamId id = numbers.reserve(detectedOn.getYear(), 1).get(0);
        transaction.executeWithoutResult(tx -> {
            long weaknessId = weaknesses.remember(weakness);
            register.open(id, newItem(weakness, weaknessId, detectedOn, null), IMPORT);
            findings.add(Arrays.stream(names)
                    .map(name -> finding(id, weaknessId, weakness.severity(), detectedOn, name))
                    .toList());
        });
        return id;
    }

    private NewItem newItem(
            Weaknesses.Weakness weakness, long weaknessId, LocalDate detectedOn, @Nullable String siblingOf) {
        return new NewItem(
                scope(),
                weaknessId,
                Track.OPERATIONAL,
                weakness.title(),
                weakness.description(),
                "Nessus",
                weakness.checkId(),
                weakness.severity(),
                weakness.cvss(),
                Set.copyOf(CveIds.in(weakness.cves())),
                detectedOn,
                AssetImpact.UNKNOWN,
                null,
                siblingOf);
    }

    private NewFinding finding(PoamId id, long weakness, Severity severity, LocalDate detectedOn, String name) {
        AssetIdentifier identifier = new AssetIdentifier(AssetIdentifier.Kind.NETBIOS, name);
        long asset = assets.recognise(scope(), new SeenAsset(name, List.of(identifier), "Windows 10"));
        Instant seen = calendar.startOf(detectedOn).plusSeconds(3600);
        return new NewFinding(scope(), weakness, asset, "445/tcp", severity, id.text(), null, 1, seen, null);
    }

    public String scope() {
        return scopes.all().get(0).id();
    }

    public PoamId triaged(PoamId id) {
        PoamItem item = register.get(id);
        register.triage(
                id, new TriageDecision(item.priority(), Track.OPERATIONAL, "remediator", "it", "Confirmed"), ISSM);
        return id;
    }

    /** Owned by {@code it}. */
    public PoamId planned(PoamId id, LocalDate completion) {
        triaged(id);
        submitPlan(id, completion);
        return id;
    }

    public void submitPlan(PoamId id, LocalDate completion) {
        register.submitPlan(id, aPlan(completion), IT);
    }

    public static Plan aPlan(LocalDate completion) {
        return new Plan(
                "it",
                new BigDecimal("6"),
                "One administrator, maintenance window",
                "Install the update on each machine and restart it.",
                List.of(
                        new Plan.PlannedMilestone("Test the update on one machine", completion.minusDays(2)),
                        new Plan.PlannedMilestone("Roll out to all machines", completion)),
                completion,
                Severity.LOW,
                null);
    }

    public PoamId signedOff(PoamId id) {
        if (register.signOff(id, new SignOff(true, Group.ISSM, null), ISSM) == SignOff.Outcome.LEADERSHIP) {
            register.signOff(id, new SignOff(true, Group.LEADERSHIP, null), LEADER);
        }
        return id;
    }

    public PoamId withEvidence(PoamId id) {
        evidence.add(
                NewEvidence.link(
                        id.subject(), EvidenceKind.CHANGE_RECORD, "https://tickets.example.com/CHG-12", today(), ""),
                IT);
        return id;
    }

    public PoamId reportedFixed(PoamId id) {
        withEvidence(id);
        register.reportFixed(id, new FixReport("Update installed and machines restarted.", today(), Set.of(1, 2)), IT);
        return id;
    }

    public PoamId closed(PoamId id) {
        register.verify(id, new Verification(true, "Version checked on each machine."), ISSM);
        register.close(id, Actor.system("process"));
        return id;
    }

    /** The scanner rates the item's weakness differently from now on. */
    public void rerated(PoamId id, Severity severity) {
        Weaknesses.Weakness known =
                weaknesses.find(register.get(id).weaknessId().orElseThrow()).orElseThrow();
        weaknesses.remember(new Weaknesses.Weakness(
                known.scanner(),
                known.checkId(),
                known.title(),
                known.description(),
                known.solution(),
                known.references(),
                known.cves(),
                severity,
                known.cvss(),
                known.cvssVector(),
                known.scannerSeverity(),
                known.checkFamily(),
                known.localCheck()));
    }

    /** The same weakness on a further asset, which the item can take no more. */
    public PoamId aSiblingOf(PoamId first, String asset) {
        PoamItem known = register.get(first);
        long weakness = known.weaknessId().orElseThrow();
        PoamId id = numbers.reserve(today().getYear(), 1).get(0);
        transaction.executeWithoutResult(tx -> {
            register.open(
                    id, newItem(weaknesses.find(weakness).orElseThrow(), weakness, today(), first.text()), IMPORT);
            findings.add(List.of(finding(id, weakness, known.severity(), today(), asset)));
        });
        return id;
    }

    /** As the process does it: proof and closure in one transaction. */
    public void provedAbsentAndClosed(PoamId id) {
        transaction.executeWithoutResult(tx -> {
            register.absenceProved(id, "A scan", IMPORT);
            register.close(id, Actor.system("process"));
        });
    }
}
