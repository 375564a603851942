package dev.rehearsal.access;

/** @param secret the text of the token, which is shown this once and stored nowhere */
public record NewToken(ApiToken token, String secret) {

    /** Never shows the secret. */
    @Override
    public String toString() {
        return "NewToken[token=" + token + "]";
    }
}
