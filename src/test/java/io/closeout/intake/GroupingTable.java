package io.closeout.intake;

import io.closeout.policy.DecisionModels;
import io.closeout.policy.ShippedDecisionModels;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The shipped tables; that of groups says the same of everything. */
class GroupingTable implements DecisionModels {

    private final DecisionModels shipped = new ShippedDecisionModels();
    private String groupBy = "WEAKNESS";
    private int version = 1;

    void says(String groupBy) {
        this.groupBy = groupBy;
        version++;
    }

    @Override
    public DecisionModel latest(String decisionId) {
        DecisionModel model = shipped.latest(decisionId);
        return decisionId.equals("itemGrouping")
                ? new DecisionModel(
                        decisionId,
                        version,
                        model.xml().replace("<text>\"WEAKNESS\"</text>", "<text>\"" + groupBy + "\"</text>"))
                : model;
    }

    @Bean
    @Primary
    DecisionModels groupedAndShipped() {
        return this;
    }
}
