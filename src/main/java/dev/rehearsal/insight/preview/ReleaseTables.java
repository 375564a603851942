package dev.rehearsal.insight.preview;

import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.snapshot.NodeState;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The release table of the state that this node serves; computed once for each state. */
@Service
public class ReleaseTables {

    private final TestChannelPreviews previews;
    private final ReleaseContents contents;
    private final AtomicReference<@Nullable ReleaseTable> latest = new AtomicReference<>();

    ReleaseTables(TestChannelPreviews previews, ReleaseContents contents) {
        this.previews = previews;
        this.contents = contents;
    }

    public ReleaseTable current() {
        NodeState state = previews.state();
        ReleaseTable known = latest.get();
        if (known == null || known.state() != state) {
            known = ReleaseTable.of(state, contents);
            latest.set(known);
        }
        return known;
    }
}
