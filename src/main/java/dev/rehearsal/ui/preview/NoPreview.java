package dev.rehearsal.ui.preview;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.RouterLink;
import dev.rehearsal.insight.preview.ChannelOverview;
import dev.rehearsal.insight.preview.ChannelOverview.LiveChannel;
import dev.rehearsal.insight.preview.ChannelOverview.TestChannel;
import dev.rehearsal.ui.frame.EmptyState;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Products;
import dev.rehearsal.ui.links.PreviewNavigation;
import java.util.ArrayList;
import java.util.List;

/** In place of a preview that there is not: why, and the ways to those that there are. */
class NoPreview extends Div {

    private static final Messages MESSAGES = Messages.beside(NoPreview.class);

    private static final int MOST = 60;

    NoPreview(String title, String why, ChannelOverview overview) {
        addClassName("no-preview");
        List<ListItem> links = new ArrayList<>();
        for (LiveChannel live : overview.liveChannels()) {
            for (TestChannel test : live.testChannels()) {
                RouterLink link = PreviewNavigation.linkTo(test.channel(), live.product());
                links.add(new ListItem(
                        MESSAGES.parts("no-preview.shows", link, live.channel(), Products.named(live.product()))));
            }
        }
        overview.unmapped().stream()
                .limit(MOST)
                .forEach(place -> links.add(new ListItem(MESSAGES.parts(
                        "no-preview.live",
                        PreviewNavigation.linkTo(place.channel(), place.product()),
                        Products.named(place.product())))));
        add(
                new H1(title),
                links.isEmpty()
                        ? new EmptyState(why, PreviewNavigation.linkToAll(MESSAGES.get("no-preview.how")))
                        : new EmptyState(why, new UnorderedList(links.toArray(ListItem[]::new))));
    }
}
