package io.closeout.access;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Shows whoever started an empty Closeout the way in. On the console and not in the log, which others may read. */
@Component
@Profile("!demo & !drill")
class SetUpInvitation {

    private final Organization organization;
    private final SetUp setUp;
    private final WebAddress address;

    SetUpInvitation(Organization organization, SetUp setUp, WebAddress address) {
        this.organization = organization;
        this.setUp = setUp;
        this.address = address;
    }

    @EventListener(ApplicationReadyEvent.class)
    void invite() {
        if (!organization.isSetUp()) {
            System.out.printf(
                    "%nCloseout is not set up yet. Open this link within 24 hours; it works once:%n%n    %s/set-up?token=%s%n%n",
                    address.text(), setUp.issueLink());
        }
    }
}
