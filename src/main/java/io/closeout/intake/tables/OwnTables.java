package io.closeout.intake.tables;

import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.access.PolicyCalendar;
import io.closeout.intake.parser.generic.TableLayout;
import io.closeout.intake.parser.registry.ParserRegistry;
import io.closeout.ledger.Ledger;
import io.closeout.ledger.LedgerEntry;
import io.closeout.shared.NotFound;
import io.closeout.shared.Refused;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Descriptions of tables: whoever says what words for severities mean rates weaknesses, so the ISSM does it, or an administrator. */
@Service
@Transactional
public class OwnTables {

    private static final Pattern FORMAT = Pattern.compile("own-table-(\\d{1,18})-v(\\d{1,9})");
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_FAMILY = 40;

    private final TableRows rows;
    private final Ledger ledger;
    private final PolicyCalendar calendar;

    OwnTables(TableRows rows, Ledger ledger, PolicyCalendar calendar) {
        this.rows = rows;
        this.ledger = ledger;
        this.calendar = calendar;
    }

    /** Every format that can be read now, the organisation's own among them. */
    @Transactional(readOnly = true)
    public ParserRegistry registry() {
        return new ParserRegistry().with(all().stream().map(OwnTable::parser).toList());
    }

    /** By name. */
    @Transactional(readOnly = true)
    public List<OwnTable> all() {
        return rows.newest();
    }

    @Transactional(readOnly = true)
    public OwnTable get(long id) {
        return rows.newest(id).orElseThrow(() -> NotFound.of("description of a table", id));
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<OwnTable> versions(long id) {
        return rows.versions(id);
    }

    /** The version that an import was read with; empty for other formats. */
    @Transactional(readOnly = true)
    public Optional<OwnTable> readWith(@Nullable String format) {
        Matcher own = FORMAT.matcher(format == null ? "" : format);
        return own.matches()
                ? rows.versions(Long.parseLong(own.group(1))).stream()
                        .filter(table -> table.version() == Integer.parseInt(own.group(2)))
                        .findFirst()
                : Optional.empty();
    }

    /** @throws Refused for a name, or columns, that another description has */
    public OwnTable add(@Nullable String name, TableLayout layout, Actor by) {
        mayDescribe(by);
        String title = mustBeName(name);
        long id;
        try {
            id = rows.insert(title, family(title), layout);
        } catch (DuplicateKeyException taken) {
            throw taken(title, layout);
        }
        rows.insertVersion(id, 1, title, layout, by.id(), calendar.now());
        OwnTable added = get(id);
        ledger.append(LedgerEntry.of("tableDescribed", added.subject(), by)
                .with("name", title)
                .with("family", added.family())
                .with("layout", rows.written(layout)));
        return added;
    }

    /**
     * @param version that the person saw
     * @param newIdentity that the person knows that findings will be taken for others than before
     * @throws Refused if somebody was faster, or findings would change their identity and nobody said that this is meant
     */
    public OwnTable change(
            long id, int version, @Nullable String name, TableLayout layout, boolean newIdentity, Actor by) {
        mayDescribe(by);
        OwnTable before = get(id);
        String title = mustBeName(name);
        if (!newIdentity && !layout.identifiesAs(before.layout())) {
            throw Refused.because(
                    "Title, asset, location, CVE and id tell one finding from another. With another column for one of them, findings that are"
                            + " open stay open beside new ones for the same weakness. If that is meant, confirm it below.");
        }
        if (version != before.version() || !changed(before, title, layout)) {
            throw Refused.because("Somebody changed this description meanwhile. Open it again.");
        }
        rows.insertVersion(id, version + 1, title, layout, by.id(), calendar.now());
        ledger.append(LedgerEntry.of("tableDescriptionChanged", before.subject(), by)
                .changed("name", before.name(), title)
                .changed("version", version, version + 1)
                .changed("layout", rows.written(before.layout()), rows.written(layout)));
        return get(id);
    }

    private boolean changed(OwnTable before, String name, TableLayout layout) {
        try {
            return rows.change(before, name, layout);
        } catch (DuplicateKeyException taken) {
            throw taken(name, layout);
        }
    }

    /** Files of this kind are asked about again. What was read stays. */
    public void delete(long id, Actor by) {
        mayDescribe(by);
        OwnTable table = get(id);
        if (!rows.delete(table)) {
            throw Refused.because("Somebody changed this description meanwhile. Open it again.");
        }
        ledger.append(LedgerEntry.of("tableDescriptionDeleted", table.subject(), by)
                .changed("name", table.name(), null)
                .changed("version", table.version(), null));
    }

    private static void mayDescribe(Actor by) {
        by.mustBeIn("say what the columns of a table mean", Group.ISSM, Group.CAMUNDA_ADMIN);
    }

    private static String mustBeName(@Nullable String name) {
        String plain = name == null ? "" : name.strip();
        if (family(plain).equals("table-") || plain.length() > LONGEST_NAME) {
            throw Refused.because(
                    "Give the table a name of at most " + LONGEST_NAME + " characters, such as \"Audit list\".");
        }
        return plain;
    }

    private static String family(String name) {
        String plain = name.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
        String family = "table-" + plain;
        return family.length() <= LONGEST_FAMILY ? family : family.substring(0, LONGEST_FAMILY);
    }

    /** Which of both it is cannot be asked: on PostgreSQL the transaction of a refused statement is over. */
    private static Refused taken(String name, TableLayout layout) {
        return Refused.because("There is a description of a table with "
                + (layout.list() == null ? "just these columns" : "just these members")
                + ", or with a name like \"" + name + "\". Change that one, or take another name.");
    }
}
