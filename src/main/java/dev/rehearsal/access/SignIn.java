package dev.rehearsal.access;

/** Where people sign in. */
public final class SignIn {

    /** The path of the screen. */
    public static final String PAGE = "sign-in";

    /** Where its form goes, as {@code username} and {@code password}. */
    public static final String TARGET = "/session";

    /** The query parameter that says why somebody sees the screen again: one of {@link Refused}. */
    public static final String REFUSED = "refused";

    /** How many seconds to wait, beside {@link Refused#TOO_MANY}. */
    public static final String SECONDS = "seconds";

    private SignIn() {}

    /** Why somebody could not sign in. */
    public enum Refused {
        WRONG,
        TOO_MANY,
        NO_PERMISSION,
        /** The form was not of this session: a page of before a restart, or of somebody else. */
        STALE_FORM
    }
}
