package dev.rehearsal.ui.changeset;

import com.vaadin.flow.component.UI;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.insight.impact.ChannelImpact;
import dev.rehearsal.insight.impact.ImpactRun;
import dev.rehearsal.insight.impact.Impacts;
import dev.rehearsal.insight.preview.TestChannelPreview;
import dev.rehearsal.ui.frame.BackgroundWork;
import java.util.List;
import org.springframework.stereotype.Service;

/** Has impacts measured for screens, without holding them up. */
@Service
public class MeasuredRequests {

    private final Impacts impacts;
    private final BackgroundWork work;

    public MeasuredRequests(Impacts impacts, BackgroundWork work) {
        this.impacts = impacts;
        this.work = work;
    }

    ImpactRun of(ChangeSet set) {
        return impacts.of(set);
    }

    ImpactRun of(TestChannelPreview preview) {
        return impacts.of(preview);
    }

    BackgroundWork.Running listen(UI ui, ImpactRun run, BackgroundWork.Listener<List<ChannelImpact>> listener) {
        return work.start(ui, steps -> run.await(steps::made), listener);
    }
}
