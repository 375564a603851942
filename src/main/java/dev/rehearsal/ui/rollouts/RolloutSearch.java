package dev.rehearsal.ui.rollouts;

import dev.rehearsal.enactment.rollout.Plans;
import dev.rehearsal.enactment.rollout.RolloutPlan;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.links.RolloutNavigation;
import dev.rehearsal.ui.search.Found;
import dev.rehearsal.ui.search.SearchSource;
import dev.rehearsal.ui.search.SearchText;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finds the latest rollouts by title, release and channel. */
@Component
class RolloutSearch implements SearchSource {

    private static final Messages MESSAGES = Messages.beside(RolloutSearch.class);
    private static final int MOST_READ = 100;

    private final Plans plans;

    RolloutSearch(Plans plans) {
        this.plans = plans;
    }

    @Override
    public int order() {
        return 55;
    }

    @Override
    public String title() {
        return MESSAGES.get("title");
    }

    @Override
    public List<Found> find(SearchText text, int most) {
        return text
                .best(
                        plans.titles(MOST_READ).stream(),
                        plan -> List.of(plan.title(), plan.release().value(), plan.liveChannel()),
                        most)
                .stream()
                .map(RolloutSearch::found)
                .toList();
    }

    private static Found found(RolloutPlan plan) {
        return new Found(
                plan.title(), MESSAGES.get("state." + plan.state().wireName()), RolloutNavigation.path(plan.id()));
    }
}
