package io.closeout.testing;

import java.io.IOException;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.core.type.filter.TypeFilter;

/** Closeout as it is started, without what tests keep in its packages, which the application's own scan would take in. */
@SpringBootConfiguration
@EnableAutoConfiguration
@AutoConfigurationPackage(basePackages = "io.closeout")
@ConfigurationPropertiesScan("io.closeout")
@ComponentScan(
        basePackages = "io.closeout",
        excludeFilters = @ComponentScan.Filter(type = FilterType.CUSTOM, classes = WholeApplication.OfTests.class))
public class WholeApplication {

    static class OfTests implements TypeFilter {

        @Override
        public boolean match(MetadataReader type, MetadataReaderFactory types) throws IOException {
            return type.getResource().getURL().getPath().contains("/test-classes/")
                    || type.getAnnotationMetadata().isAnnotated(SpringBootConfiguration.class.getName());
        }
    }
}
