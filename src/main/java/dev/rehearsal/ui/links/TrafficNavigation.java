package dev.rehearsal.ui.links;

/** The way to the screen of what clients ask. */
public final class TrafficNavigation {

    public static final String PATH = "traffic";

    private TrafficNavigation() {}
}
