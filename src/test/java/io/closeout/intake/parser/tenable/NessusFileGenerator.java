package io.closeout.intake.parser.tenable;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * Writes invented Nessus reports of any size as a stream, always the same for the same numbers. Host {@code h} has
 * {@code resultsPerHost} results; weakness {@code n} is plugin {@code 500000 + n} and its severity is {@code n % 5}.
 *
 * @param weaknesses how many different plugins report; they go round over all hosts
 * @param textSize characters of each description and of each plugin output
 */
public record NessusFileGenerator(int hosts, int weaknesses, int resultsPerHost, int textSize) {

    private static final int FIRST_PLUGIN = 500_000;
    private static final String[] PHRASES = {
        "The version of the product on the remote host is older than the fixed one. ",
        "An attacker who can reach the service may run code with the rights of the service.\n",
        "The signature of messages is not checked &amp; replies can be forged. ",
        "A value &lt; 128 bits is accepted for the key.\n",
        "Someone who is logged on may read files of other people. ",
        "  Installed version : 10.0.17763\n  Fixed version     : 10.0.17764\n",
    };

    /** {@code NessusFileGenerator FILE HOSTS WEAKNESSES RESULTS_PER_HOST TEXT_SIZE} */
    public static void main(String[] args) throws IOException {
        new NessusFileGenerator(
                        Integer.parseInt(args[1]),
                        Integer.parseInt(args[2]),
                        Integer.parseInt(args[3]),
                        Integer.parseInt(args[4]))
                .write(Path.of(args[0]));
    }

    public void write(Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            write(out);
        }
    }

    public void write(Writer out) throws IOException {
        Random random = new Random(42);
        out.write("<?xml version=\"1.0\" ?>\n<NessusClientData_v2>\n");
        writePolicy(out);
        out.write("<Report name=\"Generated\" xmlns:cm=\"http://www.nessus.org/cm\">\n");
        int next = 0;
        for (int host = 0; host < hosts; host++) {
            writeHostStart(out, host);
            for (int i = 0; i < resultsPerHost; i++) {
                writeItem(out, next++ % weaknesses, random);
            }
            out.write("</ReportHost>\n");
        }
        out.write("</Report>\n</NessusClientData_v2>\n");
    }

    private void writePolicy(Writer out) throws IOException {
        out.write("<Policy><policyName>Generated</policyName><Preferences><ServerPreferences>\n"
                + "<preference><name>plugin_set</name><value>19506");
        for (int plugin = 0; plugin < weaknesses; plugin++) {
            out.write(";" + (FIRST_PLUGIN + plugin));
        }
        out.write("</value></preference>\n<preference><name>port_range</name><value>1-65535</value></preference>\n"
                + "</ServerPreferences></Preferences></Policy>\n");
    }

    private static void writeHostStart(Writer out, int host) throws IOException {
        out.write("""
                <ReportHost name="host%1$d.generated.test"><HostProperties>
                <tag name="HOST_START_TIMESTAMP">1767225600</tag>
                <tag name="HOST_END_TIMESTAMP">1767229200</tag>
                <tag name="Credentialed_Scan">true</tag>
                <tag name="host-ip">10.%2$d.%3$d.%4$d</tag>
                <tag name="host-fqdn">host%1$d.generated.test</tag>
                <tag name="operating-system">Microsoft Windows Server 2019 Standard</tag>
                </HostProperties>
                """.formatted(host, host >> 16 & 255, host >> 8 & 255, host & 255));
    }

    private void writeItem(Writer out, int weakness, Random random) throws IOException {
        int severity = weakness % 5;
        out.write("<ReportItem port=\"" + (weakness % 3 == 0 ? 0 : 443)
                + "\" svc_name=\"www\" protocol=\"tcp\" severity=\""
                + severity + "\" pluginID=\"" + (FIRST_PLUGIN + weakness) + "\" pluginName=\"Generated weakness "
                + weakness
                + "\" pluginFamily=\"General\">\n");
        if (severity > 0) {
            out.write("<cve>CVE-2099-" + (10_000 + weakness) + "</cve>\n<cvss3_base_score>"
                    + new double[] {0, 3.1, 5.3, 8.1, 9.8}[severity] + "</cvss3_base_score>\n");
        }
        out.write("<description>" + text(random) + "</description>\n<plugin_type>local</plugin_type>\n"
                + "<risk_factor>High</risk_factor>\n<see_also>https://vendor.example/" + weakness + "</see_also>\n"
                + "<solution>Install version " + weakness
                + " or newer.</solution>\n<synopsis>The host is outdated.</synopsis>\n"
                + "<plugin_output>" + text(random) + "</plugin_output>\n</ReportItem>\n");
    }

    private String text(Random random) {
        StringBuilder text = new StringBuilder();
        while (text.length() < textSize) {
            text.append(PHRASES[random.nextInt(PHRASES.length)]);
        }
        return text.toString();
    }

    /** The whole file as text, for small numbers. */
    public String asText() {
        try {
            StringWriter out = new StringWriter();
            write(out);
            return out.toString();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
