package io.closeout.web.people;

import io.closeout.access.Group;
import io.closeout.access.NewOrganization;
import io.closeout.access.NewPerson;
import io.closeout.access.PolicyCalendar;
import io.closeout.shared.Refused;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param people the first is whoever fills in the form and chooses a password; blank ones are left out */
record SetUpForm(
        @Nullable String company,
        @Nullable String scope,
        @Nullable String zone,
        @Nullable List<PersonForm> people,
        @Nullable String password,
        @Nullable String again) {

    static SetUpForm blank() {
        return new SetUpForm(
                "",
                "",
                "America/New_York",
                List.of(
                        PersonForm.blank(Group.CAMUNDA_ADMIN),
                        PersonForm.blank(Group.ISSM),
                        PersonForm.blank(Group.LEADERSHIP),
                        PersonForm.blank(Group.REMEDIATOR)),
                null,
                null);
    }

    NewOrganization organization() {
        return new NewOrganization(
                PersonForm.text(company), PersonForm.text(scope), PolicyCalendar.zoneNamed(PersonForm.text(zone)));
    }

    List<NewPerson> team() {
        List<NewPerson> team = people == null
                ? List.of()
                : people.stream()
                        .filter(row -> !row.isBlank())
                        .map(PersonForm::person)
                        .toList();
        if (people == null || people.isEmpty() || people.get(0).isBlank()) {
            throw Refused.because("Please name yourself first.");
        }
        return team;
    }

    String chosenPassword() {
        return PasswordForm.chosen(password, again);
    }

    /** Passwords do not belong into logs. */
    @Override
    public String toString() {
        return "SetUpForm";
    }
}
