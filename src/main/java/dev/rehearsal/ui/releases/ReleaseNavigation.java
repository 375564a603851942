package dev.rehearsal.ui.releases;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.ui.frame.Query;
import org.jspecify.annotations.Nullable;

/** Ways to the list of releases, to each of them, and to what can be done to it. */
public final class ReleaseNavigation {

    static final String NAME = "name";
    static final String TASK = "task";
    static final String REVISION = "revision";

    private ReleaseNavigation() {}

    /** To the page of a release, by its name. */
    public static RouterLink linkTo(ReleaseName release) {
        return linkTo(release.value(), release, ReleaseAddress.PLAIN);
    }

    static RouterLink linkTo(String text, ReleaseName release, ReleaseAddress address) {
        RouterLink link = new RouterLink(text, ReleaseView.class, parameters(release));
        link.setQueryParameters(address.query());
        return link;
    }

    static RouterLink linkToAll(String text) {
        return new RouterLink(text, ReleasesView.class);
    }

    /** Of the page of a release, relative to the root of the application. */
    public static String path(ReleaseName release) {
        return RouteConfiguration.forSessionScope().getUrl(ReleaseView.class, parameters(release));
    }

    /** Says in the address bar what is shown already. */
    static void note(UI ui, ReleasesAddress address) {
        replace(ui, RouteConfiguration.forSessionScope().getUrl(ReleasesView.class), address.query());
    }

    /** Says in the address bar what is shown already. */
    static void note(UI ui, ReleaseName release, ReleaseAddress address) {
        replace(ui, path(release), address.query());
    }

    private static void replace(UI ui, String path, QueryParameters query) {
        ui.getPage().getHistory().replaceState(null, new Location(path, query));
    }

    /** To the form that adds one. */
    static void upload(UI ui) {
        ui.navigate(ReleaseTaskView.class);
    }

    /** @param revision that it shall go back to; null where that says nothing */
    static void open(UI ui, ReleaseName release, ReleaseTask task, @Nullable Long revision) {
        ui.navigate(
                ReleaseTaskView.class,
                new RouteParameters(new RouteParam(NAME, release.value()), new RouteParam(TASK, task.wireName())),
                new Query().with(REVISION, revision).parameters());
    }

    static void open(UI ui, ReleaseName release, ReleaseAddress address) {
        ui.navigate(ReleaseView.class, parameters(release), address.query());
    }

    static void open(UI ui, ReleasesAddress address) {
        ui.navigate(ReleasesView.class, address.query());
    }

    private static RouteParameters parameters(ReleaseName release) {
        return new RouteParameters(NAME, release.value());
    }
}
