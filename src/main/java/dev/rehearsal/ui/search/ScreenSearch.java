package dev.rehearsal.ui.search;

import dev.rehearsal.ui.frame.MenuEntry;
import dev.rehearsal.ui.frame.Messages;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** Screens, as the menu names them. */
@Component
class ScreenSearch implements SearchSource {

    private static final Messages MESSAGES = Messages.beside(ScreenSearch.class);

    private final List<MenuEntry> entries;

    ScreenSearch(List<MenuEntry> entries) {
        this.entries = entries.stream()
                .sorted(Comparator.comparingInt(MenuEntry::order))
                .toList();
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String title() {
        return MESSAGES.get("screens");
    }

    @Override
    public List<Found> find(SearchText text, int most) {
        return text.best(entries.stream(), entry -> List.of(entry.title()), most).stream()
                .map(entry -> new Found(entry.title(), "", entry.path().isEmpty() ? "." : entry.path()))
                .toList();
    }
}
