package io.closeout.review.vendor;

import io.closeout.register.PoamId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Waits for vendors and the answers to check-ins. A wait changes its state only, an answer never. */
@Repository
class VendorRows {

    private final JdbcClient jdbc;

    VendorRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(long request, PoamId item, AwaitedFix fix) {
        jdbc.sql("insert into vendor_dependency (request_id, item_id, state, vendor, product, link, expected_release)"
                        + " values (:request, :item, :state, :vendor, :product, :link, :expected)")
                .param("request", request)
                .param("item", item.text())
                .param("state", VendorState.ASKED.name())
                .param("vendor", fix.vendor())
                .param("product", fix.product())
                .param("link", fix.link())
                .param("expected", fix.expectedRelease())
                .update();
    }

    /** @return whether it still was in the state before */
    boolean move(long request, VendorState before, VendorState after) {
        return jdbc.sql("update vendor_dependency set state = :after,"
                                + " waiting_item = case when :waits then item_id else null end"
                                + " where request_id = :request and state = :before")
                        .param("after", after.name())
                        .param("waits", after == VendorState.WAITING)
                        .param("request", request)
                        .param("before", before.name())
                        .update()
                == 1;
    }

    void insert(long request, CheckIn checkIn, String by, Instant now) {
        jdbc.sql("insert into vendor_check_in (request_id, asked_on, outcome, answer, expected_release, released_on,"
                        + " link, told_by, told_at) values (:request, :asked, :outcome, :answer, :expected, :released,"
                        + " :link, :by, :now)")
                .param("request", request)
                .param("asked", checkIn.askedOn())
                .param("outcome", checkIn.outcome().name())
                .param("answer", checkIn.answer())
                .param("expected", checkIn.expectedRelease())
                .param("released", checkIn.releasedOn())
                .param("link", checkIn.link())
                .param("by", by)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<VendorDependency> find(long request) {
        return jdbc.sql("select * from vendor_dependency where request_id = ?")
                .param(request)
                .query(this::dependency)
                .optional();
    }

    Optional<VendorDependency> waitingFor(PoamId item) {
        return jdbc.sql("select * from vendor_dependency where waiting_item = ?")
                .param(item.text())
                .query(this::dependency)
                .optional();
    }

    List<VendorDependency> of(PoamId item) {
        return jdbc.sql("select * from vendor_dependency where item_id = ? order by request_id desc")
                .param(item.text())
                .query(this::dependency)
                .list();
    }

    private VendorDependency dependency(ResultSet row, int number) throws SQLException {
        long request = row.getLong("request_id");
        return new VendorDependency(
                request,
                new PoamId(row.getString("item_id")),
                VendorState.valueOf(row.getString("state")),
                new AwaitedFix(
                        row.getString("vendor"),
                        row.getString("product"),
                        row.getString("link"),
                        row.getObject("expected_release", LocalDate.class)),
                answers(request));
    }

    private List<ToldAnswer> answers(long request) {
        return jdbc.sql("select * from vendor_check_in where request_id = ? order by id desc")
                .param(request)
                .query((row, number) -> new ToldAnswer(
                        new CheckIn(
                                row.getObject("asked_on", LocalDate.class),
                                VendorOutcome.valueOf(row.getString("outcome")),
                                row.getString("answer"),
                                row.getObject("expected_release", LocalDate.class),
                                row.getObject("released_on", LocalDate.class),
                                row.getString("link")),
                        row.getString("told_by"),
                        row.getObject("told_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
