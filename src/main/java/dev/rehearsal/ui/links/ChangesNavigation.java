package dev.rehearsal.ui.links;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.RouterLink;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.ui.frame.Query;
import org.jspecify.annotations.Nullable;

/** Ways to the list of change sets and to each of them. */
public final class ChangesNavigation {

    public static final String ID = "id";

    private ChangesNavigation() {}

    /** Links to the page of a set, by its title. */
    public static RouterLink linkTo(ChangeSet set) {
        return linkTo(set.id(), set.title());
    }

    public static RouterLink linkTo(ChangeSetId id, String text) {
        return new Link(path(id)).saying(text);
    }

    /** Links to all that is pending. */
    public static RouterLink linkToQueue(String text) {
        return linkTo(text, ChangesAddress.EVERYTHING_PENDING);
    }

    /**
     * Links to what is pending for a channel.
     *
     * @param product null for any
     */
    public static RouterLink linkToQueue(String text, @Nullable String product, String channel) {
        return linkTo(text, ChangesAddress.EVERYTHING_PENDING.narrowedTo(product, channel, ""));
    }

    public static RouterLink linkTo(String text, ChangesAddress address) {
        return at(address).saying(text);
    }

    /** Returns the path of a set's page, relative to the root of the application. */
    public static String path(ChangeSetId id) {
        return "changes/" + id;
    }

    /** Says in the address bar what is shown already. */
    public static void note(UI ui, ChangesAddress address) {
        at(address).note(ui);
    }

    /** Links to the way back from sets that are live. */
    public static RouterLink linkBack(String text, GoBackAddress address) {
        return at(address).saying(text);
    }

    /** Links to what was enacted and withdrawn. */
    public static RouterLink linkToHistory(String text) {
        return linkTo(text, ChangesAddress.EVERYTHING_PENDING.with(ChangesAddress.Stage.HISTORY));
    }

    public static void openHistory(UI ui) {
        at(ChangesAddress.EVERYTHING_PENDING.with(ChangesAddress.Stage.HISTORY)).open(ui);
    }

    public static void open(UI ui, ChangeSetId set) {
        new Link(path(set)).open(ui);
    }

    /** Goes to the way back from sets that are live. */
    public static void openBack(UI ui, GoBackAddress address) {
        at(address).open(ui);
    }

    /** Says in the address bar on which sets one goes back. */
    public static void note(UI ui, GoBackAddress address) {
        at(address).note(ui);
    }

    static Link at(GoBackAddress address) {
        return new Link("changes/back", address.query());
    }

    /** Goes to several sets, one below the other. */
    public static void open(UI ui, PickedSets sets) {
        at(sets).open(ui);
    }

    static Link at(PickedSets sets) {
        return new Link(
                "changes/together",
                new Query().with(PickedSets.PARAMETER, sets.text()).parameters());
    }

    static Link at(ChangesAddress address) {
        return new Link("changes", address.query());
    }
}
