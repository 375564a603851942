package dev.rehearsal.ui.links;

/** Says where the screen is that tells of the Balrog which is followed. */
public final class FollowingNavigation {

    public static final String PATH = "following";

    private FollowingNavigation() {}
}
