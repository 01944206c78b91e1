package io.closeout.intake.parser;

/**
 * A 64-bit hash of a few words: FNV-1a (Fowler, Noll, Vo) over the characters, finished by MurmurHash3's mixer. For
 * counting only: among a million different fingerprints the odds that any two collide, and the count is one too low,
 * are 1 to 37 million.
 */
public final class Fingerprint {

    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private Fingerprint() {}

    public static long of(String... words) {
        long hash = OFFSET;
        for (String word : words) {
            for (int i = 0; i < word.length(); i++) {
                hash = (hash ^ word.charAt(i)) * PRIME;
            }
            // no character of XML, so that "ab","c" and "a","bc" differ
            hash = (hash ^ 0xffff) * PRIME;
        }
        return mix(hash);
    }

    private static long mix(long hash) {
        long mixed = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ mixed >>> 33;
    }
}
