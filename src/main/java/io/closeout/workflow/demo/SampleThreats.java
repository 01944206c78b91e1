package io.closeout.workflow.demo;

import io.closeout.access.Actor;
import io.closeout.threat.ThreatFeeds;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** What the sample company knows of attacks: an invented catalogue, scores and decision points. Days in them count from today: {@code @-2d@}. */
@Component
@Profile("demo")
class SampleThreats {

    /** Decision points first: what the strictest row shortened would stay so. */
    private static final List<String> FILES =
            List.of("halyard-decision-points.json", "halyard-known-exploited.json", "halyard-scores.csv");

    private static final Pattern DAY = Pattern.compile("@([+-]\\d{1,3})d@");

    private final ThreatFeeds feeds;

    SampleThreats(ThreatFeeds feeds) {
        this.feeds = feeds;
    }

    void take(LocalDate today, Actor by) throws IOException {
        for (String file : FILES) {
            feeds.take(new ByteArrayInputStream(dated(file, today)), file, by);
        }
    }

    private static byte[] dated(String file, LocalDate today) throws IOException {
        String text = new ClassPathResource("demo/" + file).getContentAsString(StandardCharsets.UTF_8);
        return DAY.matcher(text)
                .replaceAll(
                        day -> today.plusDays(Integer.parseInt(day.group(1))).toString())
                .getBytes(StandardCharsets.UTF_8);
    }
}
