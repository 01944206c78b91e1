package io.closeout.evidence;

/** Names as they come with uploads, made safe to store and to show. */
final class FileNames {

    private static final int LONGEST = 255;
    private static final int LONGEST_ENDING = 20;

    private FileNames() {}

    /** Without path, control characters and marks that change the direction of text; never empty. */
    static String clean(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String plain = last.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}]", "").strip();
        return plain.matches("\\.*") ? "file" : shortened(plain);
    }

    private static String shortened(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String ending = dot < name.length() - LONGEST_ENDING ? "" : name.substring(dot);
        return name.substring(0, LONGEST - ending.length()) + ending;
    }
}
