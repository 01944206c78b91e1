package io.closeout.policy;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The shipped tables serve where nobody deploys newer ones. */
@Configuration(proxyBeanMethods = false)
class PolicyConfiguration {

    @Bean
    @ConditionalOnMissingBean(DecisionModels.class)
    DecisionModels shippedDecisionModels() {
        return new ShippedDecisionModels();
    }
}
