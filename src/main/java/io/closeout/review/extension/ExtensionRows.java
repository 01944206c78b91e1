package io.closeout.review.extension;

import io.closeout.review.approval.ApprovalRequest;
import io.closeout.review.vendor.AwaitedFix;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What requests for more time ask for, beside the request itself. A row never changes. */
@Repository
class ExtensionRows {

    private final JdbcClient jdbc;

    ExtensionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(long request, MoreTime wanted, LocalDate present) {
        jdbc.sql("insert into extension (request_id, reason, interim_mitigation, present_completion, new_date)"
                        + " values (?, ?, ?, ?, ?)")
                .params(request, wanted.reason(), wanted.interimMitigation(), present, wanted.newDate())
                .update();
    }

    /** @param awaitedFix what it waits for, if it does */
    ExtensionRequest of(ApprovalRequest request, @Nullable AwaitedFix awaitedFix) {
        return jdbc.sql("select * from extension where request_id = ?")
                .param(request.id())
                .query((row, number) -> new ExtensionRequest(
                        request,
                        new MoreTime(
                                row.getString("reason"),
                                row.getObject("new_date", LocalDate.class),
                                row.getString("interim_mitigation"),
                                awaitedFix),
                        row.getObject("present_completion", LocalDate.class)))
                .single();
    }
}
