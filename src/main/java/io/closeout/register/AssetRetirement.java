package io.closeout.register;

import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.access.PolicyCalendar;
import io.closeout.evidence.EvidenceLocker;
import io.closeout.ledger.Ledger;
import io.closeout.ledger.LedgerEntry;
import io.closeout.register.Asset.State;
import io.closeout.shared.Refused;
import java.sql.Timestamp;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes assets out of use: one person asks with evidence, a second one confirms (design: asset). Its findings then end as "asset
 * retired", never as fixed.
 */
@Service
@Transactional
public class AssetRetirement {

    private final AssetRows rows;
    private final JdbcClient jdbc;
    private final Register register;
    private final EvidenceLocker evidence;
    private final Ledger ledger;
    private final PolicyCalendar calendar;

    AssetRetirement(
            AssetRows rows,
            JdbcClient jdbc,
            Register register,
            EvidenceLocker evidence,
            Ledger ledger,
            PolicyCalendar calendar) {
        this.rows = rows;
        this.jdbc = jdbc;
        this.register = register;
        this.evidence = evidence;
        this.ledger = ledger;
        this.calendar = calendar;
    }

    /** @throws Refused without a reason or without evidence on the asset */
    public void ask(long id, int version, @Nullable String reason, Actor by) {
        by.mustBeIn("ask to retire assets", Group.ISSM, Group.REMEDIATOR);
        Asset asset = rows.get(id);
        mustBe(asset, State.ACTIVE, "can be asked to be retired");
        String why = stated(reason, "Say why the asset is retired, such as \"scrapped on 2026-03-02, ticket 4711\".");
        if (evidence.countFor(asset.subject()) == 0) {
            throw Refused.because("There is no evidence yet that " + asset.name()
                    + " is out of use. Add a change record, a disposal certificate or a link first, then ask again.");
        }
        int asked = jdbc.sql(
                        "update asset set state = 'RETIREMENT_ASKED', retirement_reason = ?, retirement_asked_by = ?,"
                                + " version = version + 1 where id = ? and version = ?")
                .params(why, by.id(), id, version)
                .update();
        Assets.mustHaveChanged(asked, asset);
        ledger.append(LedgerEntry.of("retirementAsked", asset.subject(), by).because(why));
    }

    /** @throws Refused for the person who asked */
    public void confirm(long id, int version, Actor by) {
        by.mustBeIn("confirm that assets are retired", Group.ISSM);
        Asset asset = rows.get(id);
        mustBe(asset, State.RETIREMENT_ASKED, "can be retired");
        if (by.id().equals(asset.retirementAskedBy())) {
            throw Refused.because("You asked for this retirement; somebody else confirms it.");
        }
        Timestamp now = Timestamp.from(calendar.now());
        int retired = jdbc.sql(
                        "update asset set state = 'RETIRED', retired_by = ?, retired_at = ?, version = version + 1"
                                + " where id = ? and version = ?")
                .params(by.id(), now, id, version)
                .update();
        Assets.mustHaveChanged(retired, asset);
        List<String> items = itemsOpenOn(id);
        int findings = jdbc.sql("update finding set state = ?, ended_at = ? where asset_id = ? and state = 'OPEN'")
                .params(Findings.End.ASSET_RETIRED.name(), now, id)
                .update();
        ledger.append(LedgerEntry.of("assetRetired", asset.subject(), by)
                .with("findings", findings)
                .because(asset.retirementReason()));
        items.stream()
                .filter(item -> nothingIsOpenIn(item))
                .forEach(item -> register.assetsRetired(new PoamId(item), "Asset retired: " + asset.name(), by));
    }

    /** Back into use: withdrawn by the asker, or refused by an ISSM. */
    public void drop(long id, int version, @Nullable String reason, Actor by) {
        Asset asset = rows.get(id);
        mustBe(asset, State.RETIREMENT_ASKED, "can stay in use");
        if (!by.id().equals(asset.retirementAskedBy())) {
            by.mustBeIn("refuse a retirement", Group.ISSM);
        }
        String why = stated(reason, "Say why the asset stays in use.");
        int dropped = jdbc.sql(
                        "update asset set state = 'ACTIVE', retirement_reason = null, retirement_asked_by = null,"
                                + " version = version + 1 where id = ? and version = ?")
                .params(id, version)
                .update();
        Assets.mustHaveChanged(dropped, asset);
        ledger.append(LedgerEntry.of("retirementDropped", asset.subject(), by).because(why));
    }

    private List<String> itemsOpenOn(long id) {
        return jdbc.sql(
                        "select distinct f.item_id from finding f where f.asset_id = ? and f.state = 'OPEN' order by f.item_id")
                .param(id)
                .query(String.class)
                .list();
    }

    private boolean nothingIsOpenIn(String item) {
        boolean nothing = jdbc.sql("select count(*) from finding where item_id = ? and state = 'OPEN'")
                        .param(item)
                        .query(Integer.class)
                        .single()
                == 0;
        return nothing && !register.get(new PoamId(item)).hasEnded();
    }

    private static void mustBe(Asset asset, State state, String verb) {
        if (asset.state() != state) {
            throw Refused.because("Only an asset that is \"" + state.label() + "\" " + verb + "; " + asset.name()
                    + " is \"" + asset.state().label() + "\".");
        }
    }

    private static String stated(@Nullable String reason, String otherwise) {
        if (reason == null || reason.isBlank()) {
            throw Refused.because(otherwise);
        }
        if (reason.strip().length() > 2000) {
            throw Refused.because("The reason has more than 2,000 characters. Shorten it, or attach it as evidence.");
        }
        return reason.strip();
    }
}
