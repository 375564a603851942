package dev.rehearsal.ui.releases;

import dev.rehearsal.insight.preview.ReleaseTable;
import dev.rehearsal.insight.preview.ReleaseTables;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.links.ReleaseNavigation;
import dev.rehearsal.ui.search.Found;
import dev.rehearsal.ui.search.SearchSource;
import dev.rehearsal.ui.search.SearchText;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Releases, live and pending, by name. */
@Component
class ReleaseSearch implements SearchSource {

    private static final Messages MESSAGES = Messages.beside(ReleaseSearch.class);

    private final ReleaseTables tables;

    ReleaseSearch(ReleaseTables tables) {
        this.tables = tables;
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public String title() {
        return MESSAGES.get("releases");
    }

    @Override
    public List<Found> find(SearchText text, int most) {
        return text
                .best(
                        tables.current().rows().stream(),
                        row -> List.of(row.name().value(), row.release().product()),
                        most)
                .stream()
                .map(ReleaseSearch::found)
                .toList();
    }

    private static Found found(ReleaseTable.Row row) {
        String uses = ReleaseFormatter.uses(row).stream().map(ReleaseSign::text).collect(Collectors.joining(", "));
        return new Found(
                row.name().value(),
                MESSAGES.get("search.release", row.release().product(), uses),
                ReleaseNavigation.path(row.name()));
    }
}
