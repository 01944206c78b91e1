package io.closeout.access;

import io.closeout.shared.Refused;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an administrator may change of the company after the set-up. */
@Service
public class OrganizationSettings {

    private final Organization organization;
    private final ApplicationEventPublisher events;

    OrganizationSettings(Organization organization, ApplicationEventPublisher events) {
        this.organization = organization;
        this.events = events;
    }

    /**
     * Due dates stay the days they are; a new zone moves the hours at which they begin and end.
     *
     * @return whether anything changed
     * @throws Refused if the person is no administrator, or the name is missing or too long
     */
    @Transactional
    public boolean change(String name, ZoneId zone, @Nullable String reason, Actor by) {
        by.mustBeIn("change the settings", Group.CAMUNDA_ADMIN);
        String checked = NewOrganization.checkedName(name);
        OrganizationChanged change =
                new OrganizationChanged(organization.name(), checked, organization.zone(), zone, reason, by);
        if (checked.equals(change.nameBefore()) && !change.isZoneMoved()) {
            return false;
        }
        organization.change(checked, zone);
        events.publishEvent(change);
        return true;
    }
}
