package dev.rehearsal.preview.ui;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.RouterLink;
import dev.rehearsal.preview.ChannelOverview;
import dev.rehearsal.preview.ChannelOverview.LiveChannel;
import dev.rehearsal.preview.ChannelOverview.TestChannel;
import dev.rehearsal.shell.EmptyState;
import dev.rehearsal.shell.Products;
import java.util.ArrayList;
import java.util.List;

/** In place of a preview that there is not: why, and the ways to those that there are. */
class NoPreview extends Div {

    NoPreview(String title, String why, ChannelOverview overview) {
        addClassName("no-preview");
        List<ListItem> links = new ArrayList<>();
        for (LiveChannel live : overview.liveChannels()) {
            for (TestChannel test : live.testChannels()) {
                RouterLink link = PreviewNavigation.linkTo(test.channel(), live.product());
                links.add(new ListItem(
                        link, new Text(" shows " + live.channel() + " of " + Products.named(live.product()))));
            }
        }
        add(
                new H1(title),
                links.isEmpty()
                        ? new EmptyState(why, new RouterLink("See how to make a test channel", ChannelsView.class))
                        : new EmptyState(why, new UnorderedList(links.toArray(ListItem[]::new))));
    }
}
