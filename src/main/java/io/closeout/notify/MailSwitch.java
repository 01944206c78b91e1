package io.closeout.notify;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Mail is off until a server is set, and then nothing is put by for it either. */
@Component
@EnableConfigurationProperties(MailSettings.class)
public class MailSwitch {

    private final boolean on;

    /** @throws IllegalStateException for a server without an address that mail comes from */
    public MailSwitch(@Value("${spring.mail.host:}") String host, MailSettings settings) {
        on = !host.isBlank();
        if (on && (settings.from() == null || settings.from().isBlank())) {
            throw new IllegalStateException(
                    "Mail is on (spring.mail.host is set), but nobody said which address it comes"
                            + " from. Set closeout.mail.from, such as closeout@company.example.");
        }
    }

    public boolean isOn() {
        return on;
    }
}
