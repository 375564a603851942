package dev.rehearsal.access;

/** @param text the token or the password, which is shown this once and stored nowhere */
public record CollectedSecret(ApprovedSecret secret, String text) {

    /** Never shows the text. */
    @Override
    public String toString() {
        return "CollectedSecret[secret=" + secret + "]";
    }
}
