package dev.rehearsal.access;

/**
 * The identity of a person as an issuer knows them, whatever they are called there.
 *
 * @param issuer the URL that the issuer calls itself
 * @param subject what the issuer calls the account, never used again for another
 */
public record Identity(String issuer, String subject) {

    /** Characters of a subject, by OpenID Connect. */
    static final int LONGEST_SUBJECT = 255;
}
