package io.closeout.review.falsepositive;

import io.closeout.register.AssetsMerged;
import io.closeout.review.approval.ApprovalRequest;
import java.sql.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What requests to confirm a false positive ask for, beside the request itself. A row never changes. */
@Repository
class FalsePositiveRows {

    private final JdbcClient jdbc;

    FalsePositiveRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(long request, FalsePositiveClaim claim) {
        jdbc.sql("insert into false_positive (request_id, reason, everywhere, until_on) values (?, ?, ?, ?)")
                .params(request, claim.reason(), claim.everywhere(), Date.valueOf(claim.until()))
                .update();
        claim.assets()
                .forEach(asset -> jdbc.sql("insert into false_positive_asset (request_id, asset_id) values (?, ?)")
                        .params(request, asset)
                        .update());
    }

    private record ClaimedAsset(long id, String name) {}

    FalsePositiveRequest of(ApprovalRequest request) {
        List<ClaimedAsset> assets = jdbc.sql("select a.id, a.name from false_positive_asset c"
                        + " join asset a on a.id = c.asset_id where c.request_id = ? order by lower(a.name), a.id")
                .param(request.id())
                .query(ClaimedAsset.class)
                .list();
        Set<Long> ids = assets.stream().map(ClaimedAsset::id).collect(Collectors.toSet());
        return jdbc.sql("select reason, until_on from false_positive where request_id = ?")
                .param(request.id())
                .query((row, number) -> new FalsePositiveRequest(
                        request,
                        new FalsePositiveClaim(
                                row.getString("reason"),
                                ids,
                                row.getDate("until_on").toLocalDate()),
                        assets.stream().map(ClaimedAsset::name).toList()))
                .single();
    }

    /** Two assets that are one machine are claimed as that machine. */
    @EventListener
    void on(AssetsMerged merged) {
        jdbc.sql("delete from false_positive_asset where asset_id = :from and request_id in"
                        + " (select c.request_id from false_positive_asset c where c.asset_id = :into)")
                .param("from", merged.from())
                .param("into", merged.into())
                .update();
        jdbc.sql("update false_positive_asset set asset_id = ? where asset_id = ?")
                .params(merged.into(), merged.from())
                .update();
    }
}
