package io.closeout.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A Nessus report for a situation. Unless told otherwise its policy is named Weekly, runs the checks 100 to 105 on all ports, logs on to
 * every host, and sees its weaknesses at 443/tcp.
 */
public final class ScanFile {

    private final Instant ended;
    private final List<Host> hosts = new ArrayList<>();
    private String policy = "Weekly";
    private @Nullable String checks;
    private String families = "";
    private String ports = "1-65535";

    private ScanFile(Instant ended) {
        this.ended = ended;
        runningChecks(100, 101, 102, 103, 104, 105);
    }

    /** @param moment such as {@code 2026-03-01T12:00:00Z} */
    public static ScanFile endedAt(String moment) {
        return new ScanFile(Instant.parse(moment));
    }

    ScanFile policyNamed(String name) {
        policy = name;
        return this;
    }

    ScanFile runningChecks(int... ids) {
        checks = "19506;" + Arrays.stream(ids).mapToObj(String::valueOf).collect(Collectors.joining(";"));
        return this;
    }

    /** The file does not say which checks were run. */
    ScanFile withoutListOfChecks() {
        checks = null;
        return this;
    }

    /** Instead of a list of checks. */
    ScanFile runningFamily(String family, boolean enabled) {
        checks = null;
        families += "<FamilyItem><FamilyName>%s</FamilyName><Status>%s</Status></FamilyItem>"
                .formatted(family, enabled ? "enabled" : "disabled");
        return this;
    }

    ScanFile lookingAtPorts(String range) {
        ports = range;
        return this;
    }

    public ScanFile host(String name, int... weaknesses) {
        return host(name, host -> Arrays.stream(weaknesses).forEach(host::weak));
    }

    ScanFile host(String name, Consumer<Host> facts) {
        Host host = new Host(name, ended);
        facts.accept(host);
        hosts.add(host);
        return this;
    }

    /** What one host entry holds. */
    static final class Host {

        private final String name;
        private final StringBuilder items = new StringBuilder();
        private final StringBuilder tags = new StringBuilder();
        private @Nullable Instant end;
        private boolean onlyPinged;
        private String credentials = "yes";

        private Host(String name, Instant end) {
            this.name = name;
            this.end = end;
        }

        Host endedAt(String moment) {
            end = Instant.parse(moment);
            return this;
        }

        Host neverEnded() {
            end = null;
            return this;
        }

        Host onlyPinged() {
            onlyPinged = true;
            return this;
        }

        Host withoutCredentials() {
            credentials = "no";
            return this;
        }

        Host tag(String tag, String content) {
            tags.append("<tag name=\"%s\">%s</tag>".formatted(tag, content));
            return this;
        }

        Host weak(int check) {
            return weakAt(check, 443);
        }

        Host weakAt(int check, int port) {
            return item(check, port, 3, "remote");
        }

        /** Found by looking at the machine from inside. */
        Host locallyWeak(int check) {
            return item(check, 0, 3, "local");
        }

        Host informed(int check) {
            return item(check, 443, 0, "remote");
        }

        private Host item(int check, int port, int severity, String type) {
            items.append("""
                    <ReportItem port="%2$d" svc_name="www" protocol="tcp" severity="%3$d" pluginID="%1$d"
                      pluginName="Weakness %1$d" pluginFamily="General">
                    <description>Weakness %1$d can be used.</description><plugin_type>%4$s</plugin_type>
                    <solution>Update.</solution><cvss3_base_score>7.5</cvss3_base_score>
                    <plugin_output>Seen %1$d</plugin_output></ReportItem>
                    """.formatted(check, port, severity, type));
            return this;
        }

        private String text() {
            String times =
                    end == null ? "" : "<tag name=\"HOST_END_TIMESTAMP\">%d</tag>".formatted(end.getEpochSecond());
            String told = onlyPinged
                    ? witness(10180, "The remote host is up")
                    : witness(19506, "Credentialed checks : " + credentials) + items;
            return "<ReportHost name=\"%s\"><HostProperties>%s%s</HostProperties>%s</ReportHost>%n"
                    .formatted(name, times, tags, told);
        }

        private static String witness(int check, String output) {
            return """
                    <ReportItem port="0" svc_name="general" protocol="tcp" severity="0" pluginID="%d"
                      pluginName="Witness" pluginFamily="Settings"><plugin_output>%s</plugin_output></ReportItem>
                    """.formatted(check, output);
        }
    }

    public String text() {
        String list = checks == null ? "" : preference("plugin_set", checks);
        return """
                <?xml version="1.0" ?>
                <NessusClientData_v2><Policy><policyName>%s</policyName>
                <Preferences><ServerPreferences>%s%s</ServerPreferences></Preferences>
                <FamilySelection>%s</FamilySelection></Policy>
                <Report name="Scan">
                %s</Report></NessusClientData_v2>
                """.formatted(
                        policy,
                        list,
                        preference("port_range", ports),
                        families,
                        hosts.stream().map(Host::text).collect(Collectors.joining()));
    }

    private static String preference(String name, String content) {
        return "<preference><name>%s</name><value>%s</value></preference>".formatted(name, content);
    }
}
