package dev.rehearsal.ui.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Service;

/** Asks every source; the signed-in user finds what they may see. */
@Service
public class Search {

    /** How many of a kind are shown: more would hide the next kind. */
    public static final int MOST_OF_A_KIND = 6;

    private final List<SearchSource> sources;

    Search(List<SearchSource> sources) {
        this.sources = sources.stream()
                .sorted(Comparator.comparingInt(SearchSource::order))
                .toList();
    }

    /** @param more whether there are more of the kind */
    public record Group(String title, List<Found> found, boolean more) {}

    /**
     * Returns them in the order of the sources, though what has just this name comes before all others; kinds of which
     * nothing is found are left out.
     */
    public List<Group> find(String text) {
        SearchText wanted = SearchText.of(text);
        List<Group> groups = new ArrayList<>();
        if (wanted.isEmpty()) {
            return groups;
        }
        for (SearchSource source : sources) {
            List<Found> found = source.find(wanted, MOST_OF_A_KIND + 1);
            if (!found.isEmpty()) {
                groups.add(new Group(
                        source.title(), found.stream().limit(MOST_OF_A_KIND).toList(), found.size() > MOST_OF_A_KIND));
            }
        }
        groups.sort(Comparator.comparing(group -> !isNamed(text, group)));
        return groups;
    }

    private static boolean isNamed(String text, Group group) {
        return group.found().getFirst().title().equalsIgnoreCase(text.strip());
    }
}
