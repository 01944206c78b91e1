package io.closeout.workflow.cmmc;

import io.closeout.access.Group;
import io.closeout.assessment.CmmcStatus;
import io.closeout.assessment.CmmcStatuses;
import io.closeout.notify.Notices;
import io.closeout.policy.StatusNotices.Topic;
import io.closeout.register.Scopes;
import io.closeout.workflow.cmmc.StatusDates.Due;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What people are told of a CMMC status, and who is told. */
@Component
class StatusWords {

    private static final String EXPIRED = "cmmcStatusExpired";

    private final Notices notices;
    private final Scopes scopes;

    StatusWords(Notices notices, Scopes scopes) {
        this.notices = notices;
        this.scopes = scopes;
    }

    /** Such as {@code Conditional Level 2 (Self) of 2026-03-02, Enclave}. */
    String title(CmmcStatus status) {
        return "%s of %s, %s"
                .formatted(
                        status.label(),
                        status.statusDate(),
                        scopes.resolve(status.scope()).name());
    }

    void tell(CmmcStatus status, Due due) {
        List<String> audience =
                Stream.of(due.notice().audience().split(",")).map(String::strip).toList();
        tell(status, due.notice().kind(), due.notice().date(), audience, text(status, due.topic()));
    }

    void tellExpired(CmmcStatus status) {
        tell(
                status,
                EXPIRED,
                status.lastDay().plusDays(1),
                List.of(Group.ISSM.id(), Group.LEADERSHIP.id()),
                "%s has expired. %s Its items stay open.".formatted(title(status), status.endedWhy()));
    }

    /** The first group is told under the kind itself, by which the calendar knows that it was told. */
    private void tell(CmmcStatus status, String kind, LocalDate day, List<String> audience, String text) {
        for (int i = 0; i < audience.size(); i++) {
            String ofGroup = i == 0 ? kind : kind + "/" + audience.get(i);
            notices.tell(CmmcStatuses.subject(status.id()), ofGroup, day, audience.get(i), text);
        }
    }

    private String text(CmmcStatus status, Topic topic) {
        return switch (topic) {
            case CONDITIONAL_ENDS ->
                "%s expires unless its closeout is posted by %s (day 180).".formatted(title(status), status.lastDay());
            case FINAL_ENDS ->
                "%s ends on %s. A new assessment is due by then.".formatted(title(status), status.lastDay());
            case AFFIRMATION ->
                "%s is to be affirmed: %s."
                        .formatted(
                                title(status),
                                status.pending().map(each -> each.label()).orElse(""));
        };
    }
}
