package io.closeout.reporting.web;

import io.closeout.register.Scopes;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/**
 * The module behind the real doors, without the process engine. It is no configuration of its own, or the scan of the
 * whole application would find it.
 */
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
            "io.closeout.ledger",
            "io.closeout.web",
            "io.closeout.reporting",
            "io.closeout.review.period"
        },
        // leaves out what other tests use
        excludeFilters = @ComponentScan.Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class))
@Import(Scopes.class)
class ReportingApplication {}
