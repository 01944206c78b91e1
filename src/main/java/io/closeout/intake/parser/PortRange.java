package io.closeout.intake.parser;

import java.util.BitSet;
import java.util.Locale;
import java.util.Set;

/**
 * Which ports a scan was told to look at, in Nessus's words: {@code default}, {@code all}, {@code 22,80,8000-9000},
 * {@code T:1-1024,U:53}, or a mixture. The product does not say which ports "default" means (about 4,800 that its
 * service list names), so only widely used ones are taken as covered by it; see {@link #covers(int, String, PortRange)}
 * for the others. Source: Tenable Nessus documentation, "Discovery settings, Port scan range".
 */
public final class PortRange {

    private static final int LAST = 65_535;

    /** Ports that every version's default list names, as far as they matter to offices and plants. */
    private static final Set<Integer> SURELY_DEFAULT = Set.of(
            21, 22, 23, 25, 53, 69, 80, 88, 102, 110, 111, 123, 135, 137, 138, 139, 143, 161, 162, 389, 443, 445, 464,
            465, 500, 502, 512, 513, 514, 515, 548, 554, 587, 593, 623, 631, 636, 873, 902, 993, 995, 1433, 1434, 1521,
            1723, 2049, 2222, 3128, 3268, 3269, 3306, 3389, 4786, 5060, 5061, 5432, 5900, 5985, 5986, 6379, 8000, 8008,
            8009, 8080, 8443, 8834, 9090, 9100, 44_818);

    private final String text;
    private final BitSet tcp = new BitSet();
    private final BitSet udp = new BitSet();
    private boolean hasDefault;

    private PortRange(String text) {
        this.text = text;
        String protocol = "";
        for (String part : text.toLowerCase(Locale.ROOT).split(",")) {
            String item = part.strip();
            if (item.startsWith("t:") || item.startsWith("u:")) {
                protocol = item.substring(0, 1);
                item = item.substring(2).strip();
            }
            add(item, protocol);
        }
    }

    /** @param text as the file has it; empty if it has none, which covers nothing but the host itself */
    public static PortRange of(String text) {
        return new PortRange(text.strip());
    }

    private void add(String item, String protocol) {
        if (item.equals("default")) {
            hasDefault = true;
        } else if (item.equals("all")) {
            add(1, LAST, protocol);
        } else if (item.matches("\\d{1,5}")) {
            add(Integer.parseInt(item), Integer.parseInt(item), protocol);
        } else if (item.matches("\\d{1,5}-\\d{1,5}")) {
            int dash = item.indexOf('-');
            add(Integer.parseInt(item.substring(0, dash)), Integer.parseInt(item.substring(dash + 1)), protocol);
        }
    }

    private void add(int from, int to, String protocol) {
        int end = Math.min(to, LAST) + 1;
        if (from < end && !protocol.equals("u")) {
            tcp.set(from, end);
        }
        if (from < end && !protocol.equals("t")) {
            udp.set(from, end);
        }
    }

    /** Whether the scan surely looked at the port. Port 0 is the host itself and always covered. */
    public boolean covers(int port, String protocol) {
        return port == 0
                || (hasDefault && SURELY_DEFAULT.contains(port))
                || (protocol.equalsIgnoreCase("udp") ? udp : tcp).get(port);
    }

    /** As {@link #covers(int, String)}; or the scan that last saw something on the port was told the same in the same words. */
    public boolean covers(int port, String protocol, PortRange lastSeenWith) {
        return covers(port, protocol) || equals(lastSeenWith);
    }

    /** As the file has it; {@link #of} makes the same range of it. */
    @Override
    public String toString() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PortRange range && range.text.equalsIgnoreCase(text);
    }

    @Override
    public int hashCode() {
        return text.toLowerCase(Locale.ROOT).hashCode();
    }
}
