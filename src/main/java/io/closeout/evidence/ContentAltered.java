package io.closeout.evidence;

import java.io.IOException;

/** What lies in the database is no longer what was stored under the digest. */
public class ContentAltered extends IOException {

    ContentAltered(String digest) {
        super("The stored file " + digest + " was altered or is incomplete");
    }
}
