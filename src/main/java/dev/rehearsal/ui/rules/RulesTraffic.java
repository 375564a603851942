package dev.rehearsal.ui.rules;

import com.vaadin.flow.component.UI;
import dev.rehearsal.insight.traffic.LiveTraffic;
import dev.rehearsal.insight.traffic.RuleShares;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.ui.frame.BackgroundWork;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Works out how many requests rules decide for, while the list is there already. */
class RulesTraffic implements BackgroundWork.Listener<RuleShares> {

    private final LiveTraffic traffic;
    private final BackgroundWork work;
    private final Runnable onFound;
    private @Nullable NodeState looked;
    private @Nullable RuleShares shares;
    private BackgroundWork.@Nullable Running running;

    RulesTraffic(LiveTraffic traffic, BackgroundWork work, Runnable onFound) {
        this.traffic = traffic;
        this.work = work;
        this.onFound = onFound;
    }

    /** Looks once at each state; what was found before stays until then. */
    void look(NodeState state) {
        if (state != looked) {
            looked = state;
            stop();
            running = work.start(UI.getCurrent(), steps -> traffic.ofRules(), this);
        }
    }

    void stop() {
        if (running != null) {
            running.cancel();
        }
    }

    RuleRequests requests(Instant now) {
        return new RuleRequests(shares, now);
    }

    @Override
    public void onProgress(int done, int all) {}

    @Override
    public void onDone(RuleShares found) {
        shares = found;
        onFound.run();
    }

    /** The list is worth as much without. */
    @Override
    public void onFailed(String id) {
        looked = null;
    }
}
