package io.closeout.workflow.falsepositive;

import io.closeout.policy.FalsePositiveTerms.Term;
import io.closeout.register.Register;
import io.closeout.review.falsepositive.FalsePositiveRequest;
import io.closeout.review.falsepositive.FalsePositiveRequests;
import io.closeout.workflow.ConfirmFalsePositive;
import io.closeout.workflow.RequestFacts;
import io.closeout.workflow.approval.RequestWords;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the form shows of a request to confirm a false positive. Keys are part of the form's contract. */
@Component
class FalsePositiveFormFacts implements RequestFacts {

    private final FalsePositiveRequests requests;
    private final Register register;
    private final RequestWords words;

    FalsePositiveFormFacts(FalsePositiveRequests requests, Register register, RequestWords words) {
        this.requests = requests;
        this.register = register;
        this.words = words;
    }

    @Override
    public String process() {
        return ConfirmFalsePositive.KEY;
    }

    @Override
    public Map<String, Object> facts(String requestId) {
        FalsePositiveRequest request = requests.get(Long.parseLong(requestId));
        Term term = requests.term(register.get(request.item()));
        Map<String, Object> facts = words.facts(request.approval());
        facts.put("reason", request.claim().reason());
        facts.put("where", request.where());
        facts.put("everywhere", request.claim().everywhere());
        facts.put("endsItem", requests.endsItem(request));
        facts.put("itemGoesOn", !requests.endsItem(request));
        facts.put("until", request.claim().until().toString());
        facts.put("longestDays", term.longestDays());
        facts.put("rule", term.source());
        return facts;
    }
}
