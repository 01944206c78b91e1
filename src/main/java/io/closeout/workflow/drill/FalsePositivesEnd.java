package io.closeout.workflow.drill;

import io.closeout.access.Group;
import io.closeout.review.approval.ApprovalState;
import io.closeout.review.approval.RequestKind;
import io.closeout.review.falsepositive.FalsePositiveRequest;
import io.closeout.review.falsepositive.FalsePositiveRequests;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** On the day after its last the ISSM hears that a false positive does not hold any more. */
@Component
@Profile("drill")
@Order(8)
class FalsePositivesEnd implements Exercise {

    private final JdbcClient jdbc;
    private final FalsePositiveRequests requests;

    FalsePositivesEnd(JdbcClient jdbc, FalsePositiveRequests requests) {
        this.jdbc = jdbc;
        this.requests = requests;
    }

    @Override
    public String title() {
        return "False positives hold until their day and no longer";
    }

    @Override
    public List<Expected> on(LocalDate day) {
        return jdbc
                .sql("select id from approval_request where kind = ? and state = ? order by id")
                .params(RequestKind.FALSE_POSITIVE.name(), ApprovalState.APPROVED.name())
                .query(Long.class)
                .list()
                .stream()
                .map(requests::get)
                .filter(each -> each.claim().until().plusDays(1).equals(day))
                .map(each -> ended(each, day))
                .toList();
    }

    private static Expected ended(FalsePositiveRequest request, LocalDate day) {
        return new Expected(
                day,
                request.item().subject(),
                Channel.NOTICE,
                "falsePositiveEnded",
                Group.ISSM.id(),
                "It was confirmed until " + request.claim().until());
    }
}
