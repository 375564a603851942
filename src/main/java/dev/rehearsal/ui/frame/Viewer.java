package dev.rehearsal.ui.frame;

/** The signed-in user, as the frame shows them. */
public interface Viewer {

    String name();

    /** Ends the session; the browser goes to the sign-in. */
    void signOut();
}
