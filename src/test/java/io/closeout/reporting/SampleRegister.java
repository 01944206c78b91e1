package io.closeout.reporting;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A register of any size for tests and the bench: every fifth item is closed, every third open one has no plan yet, each
 * has three assets and a piece of evidence, those with a plan three milestones. Today is 2026-11-22.
 */
public final class SampleRegister {

    public static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    public static final Instant NOW = Instant.parse("2026-11-22T14:00:00Z");

    private static final int BATCH = 1000;
    private static final String[] SEVERITIES = {"CRITICAL", "HIGH", "MEDIUM", "LOW"};
    private static final String[] CVSS = {"9.8", "8.1", "5.3", "3.1"};
    private static final String[] OPEN = {"IN_PROGRESS", "NEW", "AWAITING_VERIFICATION", "PLANNED"};

    private static final String[] TITLES = {
        "Microsoft RDP RCE (CVE-2019-0708) (BlueKeep) (uncredentialed check)",
        "SSL Medium Strength Cipher Suites Supported (SWEET32)",
        "SMB Signing not required",
        "Apache Log4j < 2.15.0 Remote Code Execution (Windows)",
        "Siemens S7-1200 firmware without access protection",
        "SNMP Agent Default Community Name (public)",
        "Unsupported version of OpenSSL 1.0.2",
    };

    private static final String DESCRIPTION = """
            The remote host is affected by a remote code execution vulnerability in Remote Desktop Protocol (RDP). \
            An unauthenticated, remote attacker can exploit this, via a series of specially crafted requests, to \
            execute arbitrary code.

            Systems with Network Level Authentication are partly protected, as it asks for valid credentials first.""";

    private static final String PLAN = "Install the vendor's update on a test machine, then on all affected systems in"
            + " the maintenance window; until then block TCP 3389 from other segments at the firewall.";

    private final JdbcTemplate jdbc;

    private SampleRegister(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    public static void fill(DataSource dataSource, int items) {
        SampleRegister register = new SampleRegister(dataSource);
        register.people();
        register.assets();
        for (int from = 0; from < items; from += BATCH) {
            register.items(from, Math.min(items, from + BATCH));
        }
    }

    private void people() {
        jdbc.update(
                "insert into organization (id, name, zone) values (1, 'Hartwell & Sons Precision', 'America/Chicago')");
        for (String[] person : new String[][] {{"it", "Ines Tahoma"}, {"ot", "Omar Tran"}, {"issm", "Isa Summers"}}) {
            jdbc.update(
                    "insert into person (id, name, email, enabled, created_at, access_changed_at) values (?, ?, ?, true, ?, ?)",
                    person[0],
                    person[1],
                    person[0] + "@hartwell.example",
                    now(),
                    now());
        }
    }

    private void assets() {
        jdbc.update("insert into scope (id, name, created_at) values ('office', 'Office network', ?)", now());
        jdbc.update("insert into scope (id, name, created_at) values ('plant', 'Plant floor', ?)", now());
        for (int asset = 1; asset <= 15; asset++) {
            jdbc.update(
                    "insert into asset (scope_id, name, created_at) values ('office', ?, ?)",
                    "Finance-AD%02d.hartwell.example".formatted(asset),
                    now());
        }
    }

    private void items(int from, int to) {
        List<Object[]> items = new ArrayList<>();
        List<Object[]> milestones = new ArrayList<>();
        List<Object[]> assets = new ArrayList<>();
        List<Object[]> evidence = new ArrayList<>();
        for (int i = from; i < to; i++) {
            String id = id(i);
            LocalDate detected = TODAY.minusDays(i % 90 + 10);
            items.add(item(i, id, detected));
            for (int asset = 1; asset <= 3; asset++) {
                assets.add(new Object[] {id, (i + asset) % 15 + 1, detected});
            }
            if (isPlanned(i)) {
                milestone(
                        milestones,
                        id,
                        1,
                        detected.plusDays(7),
                        "Update tested on the spare machine",
                        detected.plusDays(5));
                milestone(milestones, id, 2, detected.plusDays(21), "Update installed in the maintenance window", null);
                milestone(milestones, id, 3, detected.plusDays(28), "Rescan shows no finding", null);
            }
            evidence.add(new Object[] {"item:" + id, "https://tickets.hartwell.example/change/" + i, detected, now()});
        }
        jdbc.batchUpdate(
                "insert into poam_item (id, scope_id, track, title, description, source, source_id, severity, cvss,"
                        + " priority, status, detected_on, deadline, triage_needed, owner_id, owner_group, remediation_plan,"
                        + " estimated_hours, resources, residual_risk, comments, original_completion, planned_completion,"
                        + " stage, stage_since, closed_on, closed_by, closed_how, created_at)"
                        + " values (?, ?, 'OPERATIONAL', ?, ?, 'Nessus', ?, ?, cast(? as decimal(3, 1)), ?, ?, ?, ?, true, ?, 'remediator', ?,"
                        + " cast(? as decimal(8, 2)), ?, ?, ?, ?, ?, 'PLAN', ?, ?, ?, ?, ?)",
                items);
        jdbc.batchUpdate("insert into item_asset (item_id, asset_id, detected_on) values (?, ?, ?)", assets);
        jdbc.batchUpdate(
                "insert into milestone (item_id, position_no, description, due_on, original_due_on, completed_on)"
                        + " values (?, ?, ?, ?, ?, ?)",
                milestones);
        jdbc.batchUpdate(
                "insert into evidence (subject, kind, link, speaks_of, note, uploaded_at, uploaded_by)"
                        + " values (?, 'CHANGE_RECORD', ?, ?, '', ?, 'it')",
                evidence);
    }

    private static Object[] item(int i, String id, LocalDate detected) {
        boolean closed = isClosed(i);
        boolean planned = isPlanned(i);
        int severity = i % 4;
        LocalDate completion = planned ? detected.plusDays(30) : null;
        return new Object[] {
            id,
            i % 7 == 0 ? "plant" : "office",
            TITLES[i % TITLES.length],
            DESCRIPTION,
            String.valueOf(100_000 + i % 300),
            SEVERITIES[severity],
            CVSS[severity],
            SEVERITIES[severity],
            closed ? "CLOSED" : planned ? OPEN[i % 2 * 2] : "NEW",
            detected,
            detected.plusDays(30L * (severity + 1)),
            planned ? (i % 2 == 0 ? "it" : "ot") : null,
            planned ? PLAN : null,
            planned ? "12.5" : null,
            planned ? "Two hours of downtime on a Saturday; no purchase" : null,
            planned ? "LOW" : null,
            planned && i % 3 == 0 ? "The vendor confirmed the update for this machine by phone." : null,
            completion,
            completion,
            detected,
            closed ? TODAY.minusDays(i % 9) : null,
            closed ? "issm" : null,
            closed ? "VERIFIED_BY_PERSON" : null,
            now()
        };
    }

    private static void milestone(
            List<Object[]> rows, String id, int number, LocalDate due, String text, @Nullable LocalDate completed) {
        rows.add(new Object[] {id, number, text, due, due, completed});
    }

    /** From POA-2026-001. */
    public static String id(int index) {
        return "POA-2026-%03d".formatted(index + 1);
    }

    private static boolean isClosed(int i) {
        return i % 5 == 4;
    }

    private static boolean isPlanned(int i) {
        return isClosed(i) || i % 3 != 1;
    }

    private static Timestamp now() {
        return Timestamp.from(NOW);
    }
}
