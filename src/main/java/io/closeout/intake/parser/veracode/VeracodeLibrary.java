package io.closeout.intake.parser.veracode;

/** Libraries as Veracode names them: {@code maven:org.example:core:1.11.0:}. */
final class VeracodeLibrary {

    private static final int WITH_GROUP = 4;

    private VeracodeLibrary() {}

    /** Group and name without kind and version; empty if the id is none of these. */
    static String name(String id) {
        String[] parts = id.split(":");
        if (parts.length < 2) {
            return "";
        }
        return parts.length >= WITH_GROUP && !parts[2].isEmpty() ? parts[1] + ":" + parts[2] : parts[1];
    }

    /** Of a file such as {@code core-1.11.0.jar}, where nothing else names the library. */
    static String ofFile(String file, String version) {
        int at = version.isEmpty() ? -1 : file.indexOf("-" + version);
        return at > 0 ? file.substring(0, at) : file;
    }
}
