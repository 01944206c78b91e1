package io.closeout.threat;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings under {@code closeout.threat}. Nothing is downloaded as long as {@code closeout.threat.cron} is "-".
 *
 * @param kevUrl where to download the catalogue; null for not at all
 * @param epssUrl where to download the scores; null for not at all
 * @param maxSize of one file as it comes
 * @param maxUnpacked of one file once it is unpacked
 * @param timeout of one whole download
 */
@ConfigurationProperties("closeout.threat")
record ThreatSettings(
        @Nullable URI kevUrl,
        @Nullable URI epssUrl,
        @DefaultValue("500MB") DataSize maxSize,
        @DefaultValue("4GB") DataSize maxUnpacked,
        @DefaultValue("5m") Duration timeout) {

    /** Decision points are one file per CVE; nobody downloads them all each day. */
    @Nullable
    URI address(Feed feed) {
        return switch (feed) {
            case KEV -> kevUrl;
            case EPSS -> epssUrl;
            case SSVC -> null;
        };
    }
}
