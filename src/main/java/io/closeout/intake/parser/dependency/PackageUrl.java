package io.closeout.intake.parser.dependency;

/** Package URLs such as {@code pkg:deb/debian/openssl@1.1.1k-1?arch=amd64} (github.com/package-url/purl-spec). */
public final class PackageUrl {

    private PackageUrl() {}

    /** Type, namespace and name: what stays the same from version to version. Empty if the text is no package URL. */
    public static String withoutVersion(String url) {
        if (!url.startsWith("pkg:")) {
            return "";
        }
        String path = before(before(url, '#'), '?');
        int version = path.lastIndexOf('@');
        // an @ in front of the last slash belongs to a namespace such as @angular
        return version > path.lastIndexOf('/') ? path.substring(0, version) : path;
    }

    /** Namespace and name as people write them; empty if the text is no package URL. */
    public static String name(String url) {
        String path = withoutVersion(url);
        return path.substring(path.indexOf('/') + 1).replace("%40", "@");
    }

    /** Empty if the URL names none. */
    public static String version(String url) {
        String path = before(before(url, '#'), '?');
        String nameOnly = withoutVersion(url);
        return path.length() > nameOnly.length() && !nameOnly.isEmpty() ? path.substring(nameOnly.length() + 1) : "";
    }

    private static String before(String text, char end) {
        int at = text.indexOf(end);
        return at < 0 ? text : text.substring(0, at);
    }
}
