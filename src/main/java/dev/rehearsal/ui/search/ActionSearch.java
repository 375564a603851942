package dev.rehearsal.ui.search;

import dev.rehearsal.ui.frame.Messages;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finds actions that can be begun from anywhere, such as a new rule. */
@Component
class ActionSearch implements SearchSource {

    private static final Messages MESSAGES = Messages.beside(ActionSearch.class);

    private final List<SearchAction> actions;

    ActionSearch(List<SearchAction> actions) {
        this.actions = actions.stream()
                .sorted(Comparator.comparingInt(SearchAction::order))
                .toList();
    }

    @Override
    public int order() {
        return 15;
    }

    @Override
    public String title() {
        return MESSAGES.get("actions");
    }

    @Override
    public List<Found> find(SearchText text, int most) {
        return text.best(actions.stream(), action -> List.of(action.title(), action.words()), most).stream()
                .map(action -> new Found(action.title(), "", action.path()))
                .toList();
    }
}
