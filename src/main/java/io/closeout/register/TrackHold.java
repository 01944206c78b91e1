package io.closeout.register;

import java.util.Optional;

/** What keeps an item on the assessment track. A module above the register that knows of one is a bean of this type. */
public interface TrackHold {

    /** @return why it may not leave, as people are told: a whole sentence */
    Optional<String> of(PoamItem item);
}
