package io.closeout.notify.web;

import io.closeout.access.Organization;
import io.closeout.access.Person;
import io.closeout.notify.MailSettings;
import io.closeout.notify.MailSwitch;
import io.closeout.notify.mail.MailChoices;
import io.closeout.web.AccountPanel;
import io.closeout.web.Panel;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Lets people choose whether they get mail. */
@Component
class MailChoicePanel implements AccountPanel {

    private final MailChoices choices;
    private final MailSwitch mail;
    private final MailSettings settings;
    private final Organization organization;

    MailChoicePanel(MailChoices choices, MailSwitch mail, MailSettings settings, Organization organization) {
        this.choices = choices;
        this.mail = mail;
        this.settings = settings;
        this.organization = organization;
    }

    @Override
    public Panel panel(Person viewer) {
        return new Panel(
                "notify/panel-mail",
                Map.of(
                        "on",
                        mail.isOn(),
                        "wanted",
                        choices.wantsMail(viewer),
                        "address",
                        viewer.email() != null,
                        "digestAt",
                        settings.digestAt().toString(),
                        "zone",
                        organization.zone().getId()));
    }
}
