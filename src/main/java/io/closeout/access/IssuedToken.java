package io.closeout.access;

/** A fresh token with its secret, which is shown once and stored nowhere. */
public record IssuedToken(ApiToken token, String secret) {

    @Override
    public String toString() {
        return "IssuedToken[" + token.id() + "]";
    }
}
