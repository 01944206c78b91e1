package io.closeout.shared;

/**
 * Which page of a list is wanted.
 *
 * @param page from 0
 * @param size 1 to 500
 * @param sort {@code field} or {@code field,desc}; empty for the list's own order
 */
public record PageRequest(int page, int size, String sort) {

    public static final int LARGEST = 500;

    public PageRequest {
        if (page < 0) {
            throw Refused.because("The page number must be 0 or more, not " + page + ".");
        }
        if (size < 1 || size > LARGEST) {
            throw Refused.because("The page size must be between 1 and " + LARGEST + ", not " + size + ".");
        }
    }

    public long offset() {
        return (long) page * size;
    }

    public String sortField() {
        int comma = sort.indexOf(',');
        return comma < 0 ? sort : sort.substring(0, comma);
    }

    public boolean descending() {
        return sort.endsWith(",desc");
    }
}
