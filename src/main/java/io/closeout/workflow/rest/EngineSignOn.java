package io.closeout.workflow.rest;

import jakarta.servlet.Filter;
import java.util.Map;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One sign-in for pages, webapps and engine REST. Behind Spring Security's chain, before the engine's filters. */
@Configuration(proxyBeanMethods = false)
class EngineSignOn {

    @Bean
    FilterRegistrationBean<Filter> webappSignOn() {
        return filter(new ContainerBasedAuthenticationFilter(), Map.of(), "/camunda/app/*", "/camunda/api/*");
    }

    @Bean
    FilterRegistrationBean<Filter> engineRestSignOn() {
        return filter(
                new ProcessEngineAuthenticationFilter(),
                Map.of(ProcessEngineAuthenticationFilter.SERVLET_PATH_PREFIX, "/engine-rest"),
                "/engine-rest/*");
    }

    private static FilterRegistrationBean<Filter> filter(
            Filter filter, Map<String, String> parameters, String... patterns) {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
        registration.setInitParameters(new java.util.HashMap<>(parameters));
        registration.addInitParameter("authentication-provider", SignedInAtEngine.class.getName());
        registration.addUrlPatterns(patterns);
        registration.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 1);
        return registration;
    }
}
