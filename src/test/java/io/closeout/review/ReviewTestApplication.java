package io.closeout.review;

import org.springframework.boot.autoconfigure.AutoConfigurationExcludeFilter;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.domain.EntityScan;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/** Requests with the register that they are about, without imports and process engine. No configuration of its own, see FrameApplication. */
@EnableAutoConfiguration(
        excludeName = {
            "org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration",
            "org.camunda.bpm.spring.boot.starter.rest.CamundaBpmRestJerseyAutoConfiguration",
            "org.camunda.bpm.spring.boot.starter.webapp.CamundaBpmWebappAutoConfiguration",
        })
@ComponentScan(
        basePackages = {
            "io.closeout.shared",
            "io.closeout.access",
            "io.closeout.web",
            "io.closeout.policy",
            "io.closeout.ledger",
            "io.closeout.evidence",
            "io.closeout.register",
            "io.closeout.review"
        },
        excludeFilters = {
            @ComponentScan.Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class),
            @ComponentScan.Filter(type = FilterType.CUSTOM, classes = AutoConfigurationExcludeFilter.class)
        })
@EntityScan("io.closeout.register")
@EnableJpaRepositories("io.closeout.register")
class ReviewTestApplication {}
