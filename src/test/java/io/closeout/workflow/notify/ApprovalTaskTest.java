package io.closeout.workflow.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.closeout.workflow.ApprovalProcess;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.IdentityLink;
import org.junit.jupiter.api.Test;

class ApprovalTaskTest {

    @Test
    void whatOnlyDecidersMayTakeInARequestIsAnApproval() {
        assertThat(TaskWords.isApproval(task(true, "issm"))).isTrue();
        assertThat(TaskWords.isApproval(task(true, "leadership"))).isTrue();
    }

    @Test
    void workOfTheOwnerInARequestIsNone() {
        assertThat(TaskWords.isApproval(task(true, "remediator"))).isFalse();
    }

    @Test
    void workOutsideARequestIsNone() {
        assertThat(TaskWords.isApproval(task(false, "issm"))).isFalse();
    }

    private static DelegateTask task(boolean ofARequest, String... groups) {
        DelegateExecution execution = mock(DelegateExecution.class);
        when(execution.hasVariable(ApprovalProcess.VARIABLE_REQUEST_ID)).thenReturn(ofARequest);
        Set<IdentityLink> candidates =
                Arrays.stream(groups).map(ApprovalTaskTest::candidate).collect(Collectors.toSet());
        DelegateTask task = mock(DelegateTask.class);
        when(task.getExecution()).thenReturn(execution);
        when(task.getCandidates()).thenReturn(candidates);
        return task;
    }

    private static IdentityLink candidate(String group) {
        IdentityLink link = mock(IdentityLink.class);
        when(link.getGroupId()).thenReturn(group);
        return link;
    }
}
