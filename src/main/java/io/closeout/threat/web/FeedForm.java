package io.closeout.threat.web;

import io.closeout.access.Actor;
import io.closeout.shared.Refused;
import io.closeout.threat.Taken;
import io.closeout.threat.ThreatFeeds;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;
import org.springframework.web.multipart.MultipartFile;

/** A file as page and API hand it in. */
record FeedForm(@Nullable MultipartFile file) {

    Taken handTo(ThreatFeeds feeds, Actor by) {
        if (file == null || !StringUtils.hasText(file.getOriginalFilename())) {
            throw Refused.because("Choose the file to take, in the field \"file\".");
        }
        try (InputStream content = file.getInputStream()) {
            return feeds.take(content, Objects.requireNonNull(file.getOriginalFilename()), by);
        } catch (IOException e) {
            throw new UncheckedIOException("The upload could not be read", e);
        }
    }
}
