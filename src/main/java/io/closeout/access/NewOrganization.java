package io.closeout.access;

import io.closeout.shared.Refused;
import java.time.ZoneId;

/** A company to be set up, checked. */
public record NewOrganization(String name, String scopeName, ZoneId zone) {

    public NewOrganization {
        name = name.trim();
        scopeName = scopeName.trim();
        if (name.isEmpty() || name.length() > 200) {
            throw Refused.because("Please give the company's name, at most 200 characters.");
        }
        if (scopeName.isEmpty() || scopeName.length() > 200) {
            throw Refused.because("Please name the system boundary, at most 200 characters.");
        }
    }
}
