package dev.rehearsal.ui.releases;

import dev.rehearsal.ui.links.Link;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.RouterLink;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.ui.frame.Query;
import org.jspecify.annotations.Nullable;

/** Ways to the list of releases, to each of them, and to what can be done to it. */
public final class ReleaseNavigation {

    private static final String PATH = "releases";

    static final String NAME = "name";
    static final String TASK = "task";
    static final String REVISION = "revision";

    private ReleaseNavigation() {}

    /** To the page of a release, by its name. */
    public static RouterLink linkTo(ReleaseName release) {
        return linkTo(release.value(), release, ReleaseAddress.PLAIN);
    }

    static RouterLink linkTo(String text, ReleaseName release, ReleaseAddress address) {
        return at(release, address).saying(text);
    }

    static RouterLink linkToAll(String text) {
        return new Link(PATH).saying(text);
    }

    /** Of the page of a release, relative to the root of the application. */
    public static String path(ReleaseName release) {
        return PATH + "/" + release.value();
    }

    /** Says in the address bar what is shown already. */
    static void note(UI ui, ReleasesAddress address) {
        at(address).note(ui);
    }

    /** Says in the address bar what is shown already. */
    static void note(UI ui, ReleaseName release, ReleaseAddress address) {
        at(release, address).note(ui);
    }

    /** To the form that adds one. */
    static void upload(UI ui) {
        new Link(PATH + "/new").open(ui);
    }

    /** @param revision that it shall go back to; null where that says nothing */
    static void open(UI ui, ReleaseName release, ReleaseTask task, @Nullable Long revision) {
        new Link(
                        path(release) + "/" + task.wireName(),
                        new Query().with(REVISION, revision).parameters())
                .open(ui);
    }

    static void open(UI ui, ReleaseName release, ReleaseAddress address) {
        at(release, address).open(ui);
    }

    static void open(UI ui, ReleasesAddress address) {
        at(address).open(ui);
    }

    private static Link at(ReleaseName release, ReleaseAddress address) {
        return new Link(path(release), address.query());
    }

    private static Link at(ReleasesAddress address) {
        return new Link(PATH, address.query());
    }
}
