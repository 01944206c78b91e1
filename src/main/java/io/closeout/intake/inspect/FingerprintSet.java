package io.closeout.intake.inspect;

/** A set of 64-bit hashes in a plain array with open addressing: 11 to 32 bytes for each. */
final class FingerprintSet {

    private long[] slots = new long[1024];
    private int size;
    private boolean hasZero;

    void add(long hash) {
        if (hash == 0) {
            hasZero = true;
            return;
        }
        if (size >= slots.length / 4 * 3) {
            grow();
        }
        if (put(hash)) {
            size++;
        }
    }

    private boolean put(long hash) {
        int mask = slots.length - 1;
        int slot = (int) hash & mask;
        while (slots[slot] != 0) {
            if (slots[slot] == hash) {
                return false;
            }
            slot = slot + 1 & mask;
        }
        slots[slot] = hash;
        return true;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[old.length * 2];
        for (long hash : old) {
            if (hash != 0) {
                put(hash);
            }
        }
    }

    long size() {
        return size + (hasZero ? 1L : 0L);
    }
}
