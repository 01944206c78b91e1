package io.closeout.policy;

import io.closeout.shared.Severity;
import java.util.Optional;

/** What the decision tables say about POA&amp;M items. Tables return words and numbers; dates are made here. */
public interface ItemPolicy {

    /** Tables {@code itemPriority} and {@code triageRule}. */
    Triage triage(TriageFacts facts);

    /** Table {@code remediationDeadline}. */
    DeadlineRule deadline(Severity priority, Track track);

    /**
     * Table {@code signOffApprovers}.
     *
     * @param daysBeyondDeadline negative or 0 if the planned date is within the deadline
     */
    Approval signOff(int daysBeyondDeadline, Severity priority);

    /** Table {@code extensionApprovers}. */
    ExtensionRule extension(ExtensionFacts facts);

    /** Table {@code absenceOutsideProcess}. */
    AbsenceRule absenceOutsideProcess(Track track);

    /**
     * Table {@code notices}: the next notice that was not given yet. One that is overdue comes first and alone: of several missed ones
     * only the most urgent is told. Empty if nothing follows any more.
     */
    Optional<Notice> nextNotice(NoticeFacts facts);
}
