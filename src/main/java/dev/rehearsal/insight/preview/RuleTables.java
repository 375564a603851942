package dev.rehearsal.insight.preview;

import dev.rehearsal.snapshot.NodeState;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The rule table of the state that this node serves; computed once for each state. */
@Service
public class RuleTables {

    private final TestChannelPreviews previews;
    private final AtomicReference<@Nullable RuleTable> latest = new AtomicReference<>();

    RuleTables(TestChannelPreviews previews) {
        this.previews = previews;
    }

    public RuleTable current() {
        NodeState state = previews.state();
        RuleTable known = latest.get();
        if (known == null || known.state() != state) {
            known = RuleTable.of(state);
            latest.set(known);
        }
        return known;
    }
}
