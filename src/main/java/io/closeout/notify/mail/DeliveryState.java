package io.closeout.notify.mail;

/** Where one mail stands. */
public enum DeliveryState {
    /** Recorded; sent as soon as its time has come. */
    WAITING,
    /** In the hands of one node. */
    SENDING,
    /** The mail server took it. */
    SENT,
    /** It may have arrived: nobody knows, so it is not sent again by itself. */
    IN_DOUBT,
    /** The mail server did not take it, and it is not tried again by itself. */
    GIVEN_UP,
    /** By the time it was to be sent there was nothing left to tell. */
    NEEDLESS;

    /** Whether an administrator should look at it. */
    public boolean isTrouble() {
        return this == IN_DOUBT || this == GIVEN_UP;
    }
}
