package io.closeout.web;

import java.io.IOException;
import java.util.Arrays;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The texts of the pages: one file per module in {@code messages/}, found by itself. */
@Configuration(proxyBeanMethods = false)
class MessageFiles {

    @Bean
    MessageSource messageSource() throws IOException {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties");
        messages.setBasenames(Arrays.stream(files).map(MessageFiles::basename).toArray(String[]::new));
        return messages;
    }

    private static String basename(Resource file) {
        return "messages/" + String.valueOf(file.getFilename()).replace(".properties", "");
    }
}
