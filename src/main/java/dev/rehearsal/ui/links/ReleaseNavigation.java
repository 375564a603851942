package dev.rehearsal.ui.links;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.RouterLink;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.ui.frame.AddressParameters;
import dev.rehearsal.ui.frame.Query;
import org.jspecify.annotations.Nullable;

/** Makes links to the list of releases, to each of them, and to what can be done to it. */
public final class ReleaseNavigation {

    private static final String PATH = "releases";
    static final Link UPLOAD = new Link(PATH + "/new");

    public static final String NAME = "name";
    public static final String TASK = "task";
    public static final String REVISION = "revision";

    public static final AddressParameters OF_TASK = AddressParameters.NONE.number(REVISION);

    private ReleaseNavigation() {}

    /** Links to the page of a release, by its name. */
    public static RouterLink linkTo(ReleaseName release) {
        return linkTo(release.value(), release, ReleaseAddress.PLAIN);
    }

    public static RouterLink linkTo(String text, ReleaseName release, ReleaseAddress address) {
        return at(release, address).saying(text);
    }

    public static RouterLink linkToAll(String text) {
        return new Link(PATH).saying(text);
    }

    /** Returns the path of a release's page, relative to the root of the application. */
    public static String path(ReleaseName release) {
        return PATH + "/" + release.segment();
    }

    /** Says in the address bar what is shown already. */
    public static void note(UI ui, ReleasesAddress address) {
        at(address).note(ui);
    }

    /** Says in the address bar what is shown already. */
    public static void note(UI ui, ReleaseName release, ReleaseAddress address) {
        at(release, address).note(ui);
    }

    /** Links to those that nobody needs, to delete them. */
    public static RouterLink linkToCleanUp(String text) {
        return at(CleanUpAddress.PLAIN).saying(text);
    }

    public static void open(UI ui, CleanUpAddress address) {
        at(address).open(ui);
    }

    public static RouterLink linkToCompare(String text, CompareAddress address) {
        return at(address).saying(text);
    }

    public static void open(UI ui, CompareAddress address) {
        at(address).open(ui);
    }

    /** Returns the address of the list, not narrowed. */
    public static String pathToAll() {
        return PATH;
    }

    /** Returns the address where releases that nobody needs are deleted. */
    public static String pathToCleanUp() {
        return at(CleanUpAddress.PLAIN).pathWithQuery();
    }

    /** Returns the address where any two releases are compared. */
    public static String pathToCompare() {
        return at(CompareAddress.NOTHING).pathWithQuery();
    }

    /** Goes to the rules that could serve it. */
    public static void ship(UI ui, ReleaseName release) {
        shipping(release).open(ui);
    }

    static Link shipping(ReleaseName release) {
        return new Link(path(release) + "/ship");
    }

    static Link at(CleanUpAddress address) {
        return new Link(PATH + "/cleanup", address.query());
    }

    static Link at(CompareAddress address) {
        return new Link(PATH + "/compare", address.query());
    }

    /** Links to the form that adds one. */
    public static RouterLink linkToUpload(String text) {
        return UPLOAD.saying(text);
    }

    /** Returns the address of the form that adds one. */
    public static String pathToUpload() {
        return UPLOAD.pathWithQuery();
    }

    /** Goes to the form that adds one. */
    public static void upload(UI ui) {
        UPLOAD.open(ui);
    }

    /** @param revision that it shall go back to; null where that says nothing */
    public static void open(UI ui, ReleaseName release, ReleaseTask task, @Nullable Long revision) {
        doing(release, task, revision).open(ui);
    }

    public static void open(UI ui, ReleaseName release, ReleaseAddress address) {
        at(release, address).open(ui);
    }

    public static void open(UI ui, ReleasesAddress address) {
        at(address).open(ui);
    }

    static Link doing(ReleaseName release, ReleaseTask task, @Nullable Long revision) {
        return new Link(
                path(release) + "/" + task.wireName(),
                new Query().with(REVISION, revision).parameters());
    }

    static Link at(ReleaseName release, ReleaseAddress address) {
        return new Link(path(release), address.query());
    }

    static Link at(ReleasesAddress address) {
        return new Link(PATH, address.query());
    }
}
