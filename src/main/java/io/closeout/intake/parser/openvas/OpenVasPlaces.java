package io.closeout.intake.parser.openvas;

import io.closeout.intake.parser.Sighting;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where on a host a result was seen: {@code 443/tcp}, {@code https (443/tcp)} in old reports, {@code general/tcp} for the host. */
final class OpenVasPlaces {

    private static final Pattern PORT = Pattern.compile("(?:.*\\()?(\\d{1,9})/([\\w-]+)\\)?");
    private static final Pattern GENERAL = Pattern.compile("general/([\\w-]+)", Pattern.CASE_INSENSITIVE);

    private OpenVasPlaces() {}

    static String location(String port) {
        Matcher numbered = PORT.matcher(port);
        if (numbered.matches()) {
            return Sighting.location(
                    Integer.parseInt(numbered.group(1)), numbered.group(2).toLowerCase(Locale.ROOT));
        }
        Matcher general = GENERAL.matcher(port);
        if (general.matches()) {
            return Sighting.location(0, general.group(1).toLowerCase(Locale.ROOT));
        }
        return port.isEmpty() ? Sighting.location(0, "tcp") : port;
    }
}
