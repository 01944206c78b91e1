package io.closeout.register;

import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.ledger.Ledger;
import io.closeout.ledger.LedgerEntry;
import io.closeout.shared.Page;
import io.closeout.shared.PageRequest;
import io.closeout.shared.Refused;
import java.util.List;
import java.util.Locale;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The machines and applications, and what people say of them. Changing the criticality or exposure of an asset leaves the priority
 * of items that are open already as it was decided; items opened later take it into account.
 */
@Service
@Transactional
public class Assets {

    private final AssetRows rows;
    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;

    Assets(AssetRows rows, JdbcClient jdbc, Ledger ledger, ApplicationEventPublisher events) {
        this.rows = rows;
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.events = events;
    }

    @Transactional(readOnly = true)
    public Asset get(long id) {
        return rows.get(id);
    }

    @Transactional(readOnly = true)
    public Page<AssetSummary> find(AssetFilter filter, PageRequest page) {
        return rows.find(filter, page);
    }

    /** Strongest first. */
    @Transactional(readOnly = true)
    public List<AssetIdentifier> identifiers(long id) {
        return rows.identifiers(id);
    }

    /**
     * @param version that the editor saw
     * @throws OptimisticLockingFailureException if somebody changed it meanwhile
     * @throws Refused if the actor may not edit assets, or it is not in use any more
     */
    public Asset change(long id, int version, AssetChange wanted, Actor by) {
        by.mustBeIn("edit assets", Group.ISSM, Group.REMEDIATOR);
        Asset asset = rows.get(id);
        mustBeInUse(asset);
        if (wanted.equals(AssetChange.none(asset))) {
            return asset;
        }
        int changed = jdbc.sql(
                        "update asset set name = ?, criticality = ?, publicly_exposed = ?, owner_group = ?, asset_group = ?,"
                                + " version = version + 1 where id = ? and version = ?")
                .params(
                        wanted.name(),
                        wanted.criticality().name(),
                        wanted.publiclyExposed(),
                        wanted.ownerGroup(),
                        wanted.assetGroup(),
                        id,
                        version)
                .update();
        mustHaveChanged(changed, asset);
        ledger.append(LedgerEntry.of("assetChanged", asset.subject(), by)
                .changed("name", asset.name(), wanted.name())
                .changed("criticality", asset.criticality(), wanted.criticality())
                .changed("publiclyExposed", asset.publiclyExposed(), wanted.publiclyExposed())
                .changed("ownerGroup", asset.ownerGroup(), wanted.ownerGroup())
                .changed("assetGroup", asset.assetGroup(), wanted.assetGroup()));
        if (wanted.publiclyExposed() && !asset.publiclyExposed()) {
            events.publishEvent(new AssetExposed(id));
        }
        return rows.get(id);
    }

    static void mustBeInUse(Asset asset) {
        if (!asset.state().isInUse()) {
            throw Refused.because(asset.name() + " is " + asset.state().label().toLowerCase(Locale.ROOT)
                    + " and cannot be changed any more.");
        }
    }

    static void mustHaveChanged(int rows, Asset asset) {
        if (rows != 1) {
            throw new OptimisticLockingFailureException("Asset " + asset.id() + " was changed meanwhile");
        }
    }
}
