package io.closeout.notify;

import java.time.Duration;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * Settings of mail, beside Spring's own of the server ({@code spring.mail.*}).
 *
 * @param from the address that mail comes from
 * @param digestAt time of day in the policy's zone; the reminders of eight o'clock should be through by then
 * @param every how often the sender looks for work
 * @param details whether mail says more than ids and counts
 */
@ConfigurationProperties("closeout.mail")
public record MailSettings(
        @Nullable String from,

        @DefaultValue("08:30") @DateTimeFormat(pattern = "HH:mm")
        LocalTime digestAt,

        @DefaultValue("30s") Duration every,
        @DefaultValue("true") boolean details) {}
