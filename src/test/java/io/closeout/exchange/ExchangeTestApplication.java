package io.closeout.exchange;

import io.closeout.review.ReviewTestApplication;
import org.springframework.boot.autoconfigure.AutoConfigurationExcludeFilter;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/** Workbooks, with the register, the requests and the reports that they touch. No configuration of its own, see FrameApplication. */
@Import(ReviewTestApplication.class)
@ComponentScan(
        basePackages = {"io.closeout.exchange", "io.closeout.reporting"},
        excludeFilters = {
            @ComponentScan.Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class),
            @ComponentScan.Filter(type = FilterType.CUSTOM, classes = AutoConfigurationExcludeFilter.class)
        })
public class ExchangeTestApplication {}
