package io.closeout.intake;

import io.closeout.intake.parser.ScannedHost;
import io.closeout.register.AssetIdentifier;
import io.closeout.register.AssetIdentifier.Kind;
import io.closeout.register.SeenAsset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a scanned host is known by. */
final class SeenAssets {

    private SeenAssets() {}

    static SeenAsset of(ScannedHost host) {
        List<AssetIdentifier> identifiers = new ArrayList<>();
        add(identifiers, Kind.AGENT, host.agentId());
        add(identifiers, Kind.BIOS, host.biosId());
        host.fqdns().stream().limit(1).forEach(fqdn -> add(identifiers, Kind.FQDN, fqdn));
        add(identifiers, Kind.NETBIOS, host.netbiosName());
        host.macs().forEach(mac -> add(identifiers, Kind.MAC, mac));
        add(identifiers, Kind.NAME, host.name());
        host.addresses().forEach(address -> add(identifiers, Kind.IP, address));
        return new SeenAsset(shownName(host), identifiers, host.operatingSystem());
    }

    static SeenAsset named(String name, SeenAsset seen) {
        List<AssetIdentifier> identifiers = new ArrayList<>(seen.identifiers());
        identifiers.removeIf(identifier -> identifier.kind() == Kind.NAME);
        add(identifiers, Kind.NAME, name);
        return new SeenAsset(name, identifiers, seen.operatingSystem());
    }

    /** Two entries of one machine. */
    static SeenAsset together(SeenAsset one, SeenAsset other) {
        List<AssetIdentifier> identifiers = new ArrayList<>(one.identifiers());
        identifiers.addAll(other.identifiers());
        return new SeenAsset(
                one.name(),
                identifiers,
                one.operatingSystem() == null ? other.operatingSystem() : one.operatingSystem());
    }

    /** People know machines by their names; an address is shown only where there is none. */
    private static String shownName(ScannedHost host) {
        boolean namedByAddress = host.addresses().contains(host.name());
        if (!namedByAddress) {
            return host.name();
        }
        if (host.netbiosName() != null && !host.netbiosName().isBlank()) {
            return host.netbiosName();
        }
        return host.fqdns().stream().findFirst().orElse(host.name());
    }

    private static void add(List<AssetIdentifier> identifiers, Kind kind, @Nullable String identifier) {
        if (identifier != null && !identifier.isBlank()) {
            identifiers.add(new AssetIdentifier(kind, identifier));
        }
    }
}
