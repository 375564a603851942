package dev.rehearsal.access;

/** Recognises those who present a token of the issuer to the API. */
public interface IssuerTokens {

    /** Whether this looks like a token of an issuer, and not like one that was made here. */
    static boolean isOne(String token) {
        return token.startsWith("eyJ")
                && token.chars().filter(symbol -> symbol == '.').count() == 2;
    }

    /** Returns who it is that presents this token. */
    Bearer recognise(String token);
}
