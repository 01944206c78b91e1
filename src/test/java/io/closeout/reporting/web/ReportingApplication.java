package io.closeout.reporting.web;

import io.closeout.register.Scopes;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
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
@ComponentScan({
    "io.closeout.shared",
    "io.closeout.access",
    "io.closeout.ledger",
    "io.closeout.web",
    "io.closeout.reporting"
})
@Import(Scopes.class)
class ReportingApplication {}
