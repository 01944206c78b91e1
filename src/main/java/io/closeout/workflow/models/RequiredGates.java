package io.closeout.workflow.models;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** The gates that a process may not lose: people sign dates off, and nothing is fixed without evidence. */
final class RequiredGates {

    private static final Map<String, List<Gate>> BY_PROCESS = Map.of(
            "remediatePoamItem",
            List.of(
                    new Gate("UserTask_SignOffDate", "${signOffDate}", "the sign-off of the planned date"),
                    new Gate("UserTask_RemediateWeakness", "${reportFixed}", "the evidence gate"),
                    new Gate("UserTask_VerifyFix", "${verifyFix}", "the verification of the fix"),
                    new Gate("UserTask_TriageItem", "${triageItem}", "the triage"),
                    new Gate("UserTask_PlanRemediation", "${submitPlan}", "the plan"),
                    new Gate("UserTask_LeadershipSignOff", "${signOffDate}", "leadership's signature"),
                    new Gate("UserTask_ConfirmClosure", "${confirmClosure}", "the ISSM's word on a closure")),
            "trackConditionalStatus",
            List.of(
                    new Gate("UserTask_RecordCloseout", "${recordCloseout}", "the closeout assessment"),
                    new Gate("UserTask_AffirmConditional", "${affirmStatus}", "leadership's affirmation"),
                    new Gate("UserTask_AffirmFinal", "${affirmStatus}", "leadership's affirmation")),
            "approveExtension",
            List.of(
                    new Gate("UserTask_DecideExtension", "${decideExtension}", "the decision on more time"),
                    new Gate("UserTask_LeadershipDecideExtension", "${decideExtension}", "leadership's signature")),
            "acceptRisk",
            List.of(
                    new Gate("UserTask_DecideAcceptance", "${decideAcceptance}", "the decision on the risk"),
                    new Gate("UserTask_LeadershipDecideAcceptance", "${decideAcceptance}", "leadership's signature"),
                    new Gate("UserTask_ReviewAcceptance", "${reviewAcceptance}", "the re-review"),
                    new Gate(
                            "UserTask_LeadershipReviewAcceptance",
                            "${reviewAcceptance}",
                            "leadership's word on what changed")),
            "followVendor",
            List.of(new Gate("UserTask_CheckInWithVendor", "${checkInWithVendor}", "the check-in with the vendor")),
            "reviewPoam",
            List.of(new Gate("UserTask_SignOffReview", "${signOffReview}", "the ISSM's signature under the review")),
            "updateStatus",
            List.of(new Gate("UserTask_UpdateStatus", "${updateStatus}", "the owner's words")));

    private record Gate(String taskId, String listener, String name) {

        boolean isIn(ModelXml model) {
            return model.withId(taskId)
                    .filter(task -> task.getLocalName().equals("userTask"))
                    .filter(this::listens)
                    .isPresent();
        }

        private boolean listens(Element task) {
            var listeners = task.getElementsByTagNameNS(ModelXml.CAMUNDA, "taskListener");
            return Stream.iterate(0, i -> i < listeners.getLength(), i -> i + 1)
                    .map(i -> (Element) listeners.item(i))
                    .anyMatch(found -> found.getAttribute("event").equals("complete")
                            && found.getAttribute("delegateExpression").trim().equals(listener));
        }
    }

    private RequiredGates() {}

    static Stream<String> missing(ModelXml model) {
        return model.named("process")
                .flatMap(process -> BY_PROCESS.getOrDefault(process.getAttribute("id"), List.of()).stream()
                        .filter(gate -> !gate.isIn(model))
                        .map(gate -> gate.taskId() + ": " + gate.name() + " is missing. Keep the user task with the"
                                + " complete listener " + gate.listener() + "."));
    }
}
