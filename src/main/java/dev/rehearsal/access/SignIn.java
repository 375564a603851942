package dev.rehearsal.access;

/** The place where people sign in. */
public final class SignIn {

    /** The path of the screen. */
    public static final String PAGE = "sign-in";

    /** Where its form goes, as {@code username} and {@code password}. */
    public static final String TARGET = "/session";

    /** Where a browser goes to sign in through the issuer. */
    public static final String ISSUER = "/oauth2/authorization/issuer";

    /** Where the issuer sends it back to, with a code. */
    public static final String FROM_ISSUER = "/login/oauth2/code/issuer";

    /** The query parameter of {@link #ISSUER} that names what somebody proves anew who they are for. */
    public static final String WISH = "wish";

    /** What a session keeps of whom the issuer sent who is nobody here: a {@link Recognised.Stranger}. */
    public static final String STRANGER = "rehearsal.stranger";

    /** The query parameter that says why somebody sees the screen again: one of {@link Refused}. */
    public static final String REFUSED = "refused";

    /** How many seconds to wait, beside {@link Refused#TOO_MANY}. */
    public static final String SECONDS = "seconds";

    private SignIn() {}

    /** The reasons why somebody could not sign in. */
    public enum Refused {
        WRONG,
        TOO_MANY,
        NO_PERMISSION,
        /** The form was not of this session: a page of before a restart, or of somebody else. */
        STALE_FORM,
        /** Passwords are not for signing in here. */
        PASSWORDS_OFF,
        /** The issuer does not answer. */
        ISSUER_AWAY,
        /** What came back from the issuer was not good, or was not for this browser. */
        ISSUER_REFUSED,
        /** The issuer does not vouch for the e-mail address, or says no name that somebody can have. */
        NO_NAME,
        /** The e-mail address is of a domain whose people do not come in. */
        OTHER_DOMAIN,
        /** The issuer's account is nobody here. */
        STRANGER,
        /** The issuer has not confirmed somebody as is asked for, or it was somebody else. */
        STEP_UP
    }
}
