package io.closeout.workflow.extension;

import io.closeout.policy.ExtensionFacts;
import io.closeout.policy.ExtensionRule;
import io.closeout.review.extension.ExtensionRequest;
import io.closeout.review.extension.ExtensionRequests;
import io.closeout.review.vendor.AwaitedFix;
import io.closeout.workflow.ApproveExtension;
import io.closeout.workflow.RequestFacts;
import io.closeout.workflow.approval.RequestWords;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What the form shows of a request for more time. Keys are part of the form's contract. */
@Component
class ExtensionFormFacts implements RequestFacts {

    private final ExtensionRequests requests;
    private final RequestWords words;

    ExtensionFormFacts(ExtensionRequests requests, RequestWords words) {
        this.requests = requests;
        this.words = words;
    }

    @Override
    public String process() {
        return ApproveExtension.KEY;
    }

    @Override
    public Map<String, Object> facts(String requestId) {
        ExtensionRequest request = requests.get(Long.parseLong(requestId));
        ExtensionFacts asked = requests.facts(request);
        ExtensionRule rule = requests.rule(request);
        Map<String, Object> facts = words.facts(request.approval());
        facts.put("reason", request.wanted().reason());
        facts.put("interimMitigation", request.wanted().interimMitigation());
        facts.put("waitsForVendor", request.wanted().waitsForVendor());
        AwaitedFix fix = request.wanted().awaitedFix();
        if (fix != null) {
            facts.put("vendor", fix.vendor());
            facts.put("product", fix.product());
            facts.put("vendorLink", fix.link());
            facts.put("expectedRelease", Objects.toString(fix.expectedRelease(), "not known"));
        }
        facts.put("presentCompletion", request.presentCompletion().toString());
        facts.put("newDate", request.wanted().newDate().toString());
        facts.put("daysAsked", request.daysAsked());
        facts.put("earlierExtensions", asked.earlierExtensions());
        facts.put("kev", asked.kev().label());
        facts.put("signers", rule.signers().label());
        facts.put("rule", rule.source());
        return facts;
    }
}
