package dev.rehearsal.ui.search;

import dev.rehearsal.snapshot.SnapshotKeeper;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.links.PreviewNavigation;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Test channels, each with the live channel that it shows; they lead to their preview. */
@Component
class ChannelSearch implements SearchSource {

    private static final Messages MESSAGES = Messages.beside(ChannelSearch.class);

    private final SnapshotKeeper snapshots;

    ChannelSearch(SnapshotKeeper snapshots) {
        this.snapshots = snapshots;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public String title() {
        return MESSAGES.get("channels");
    }

    @Override
    public List<Found> find(SearchText text, int most) {
        return text
                .best(
                        snapshots.current().mappings().stream()
                                .sorted(Comparator.comparing(ChannelMapping::testChannel)),
                        mapping -> List.of(mapping.testChannel(), mapping.liveChannel(), product(mapping)),
                        most)
                .stream()
                .map(mapping -> new Found(
                        mapping.testChannel(),
                        MESSAGES.get("channel.shows", mapping.liveChannel(), product(mapping)),
                        PreviewNavigation.linkTo(mapping.testChannel(), mapping.product())
                                .getHref()))
                .toList();
    }

    private static String product(ChannelMapping mapping) {
        return Objects.requireNonNullElse(mapping.product(), MESSAGES.get("every-product"));
    }
}
