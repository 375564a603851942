package dev.rehearsal.ui.links;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.RouterLink;

/** Makes links to the list of rollouts, to each of them, and to the form that plans one. */
public final class RolloutNavigation {

    public static final String PATH = "rollouts";
    public static final String NEW = PATH + "/new";
    public static final String ID = "id";

    private RolloutNavigation() {}

    public static RouterLink linkToAll(String text) {
        return new Link(PATH).saying(text);
    }

    public static RouterLink linkTo(String text, long rollout) {
        return new Link(path(rollout)).saying(text);
    }

    public static RouterLink linkToNew(String text, NewRolloutAddress address) {
        return at(address).saying(text);
    }

    /** Returns the path of one, relative to the root of the application. */
    public static String path(long rollout) {
        return PATH + "/" + rollout;
    }

    public static void open(UI ui, long rollout) {
        new Link(path(rollout)).open(ui);
    }

    public static void openAll(UI ui) {
        new Link(PATH).open(ui);
    }

    public static void open(UI ui, NewRolloutAddress address) {
        at(address).open(ui);
    }

    static Link at(NewRolloutAddress address) {
        return new Link(NEW, address.query());
    }
}
