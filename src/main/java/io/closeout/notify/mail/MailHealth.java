package io.closeout.notify.mail;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/**
 * {@code /actuator/health/mail}. In place of Spring's own, which asks the mail server each time and takes the whole program for down when
 * mail is.
 */
@Component("mailHealthIndicator")
class MailHealth implements HealthIndicator {

    static final Status TROUBLED = new Status("TROUBLED");

    private final MailDesk desk;

    MailHealth(MailDesk desk) {
        this.desk = desk;
    }

    @Override
    public Health health() {
        MailReport report = desk.report();
        if (!report.on()) {
            return Health.unknown().build();
        }
        return report.isTroubled()
                ? Health.status(TROUBLED).build()
                : Health.up().build();
    }
}
