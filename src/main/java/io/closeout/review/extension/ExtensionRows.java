package io.closeout.review.extension;

import io.closeout.review.approval.ApprovalRequest;
import java.time.LocalDate;
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

    ExtensionRequest of(ApprovalRequest request) {
        return jdbc.sql("select * from extension where request_id = ?")
                .param(request.id())
                .query((row, number) -> new ExtensionRequest(
                        request,
                        new MoreTime(
                                row.getString("reason"),
                                row.getObject("new_date", LocalDate.class),
                                row.getString("interim_mitigation")),
                        row.getObject("present_completion", LocalDate.class)))
                .single();
    }
}
