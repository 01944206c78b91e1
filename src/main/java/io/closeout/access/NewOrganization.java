package io.closeout.access;

import io.closeout.shared.Refused;
import java.time.ZoneId;

/** A company to be set up, checked. */
public record NewOrganization(String name, String scopeName, ZoneId zone) {

    public NewOrganization {
        name = checkedName(name);
        scopeName = scopeName.trim();
        if (scopeName.isEmpty() || scopeName.length() > 200) {
            throw Refused.because("Please name the system boundary, at most 200 characters.");
        }
    }

    static String checkedName(String name) {
        if (name.isBlank() || name.length() > 200) {
            throw Refused.because("Please give the company's name, at most 200 characters.");
        }
        return name.strip();
    }
}
