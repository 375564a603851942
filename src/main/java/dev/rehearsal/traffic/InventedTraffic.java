package dev.rehearsal.traffic;

import dev.rehearsal.traffic.store.SampleStore;
import java.util.List;
import org.springframework.stereotype.Component;

/** Takes requests that nobody made, for a demo: they count as if they had been sampled, and say that they were not. */
@Component
public class InventedTraffic {

    private final SampleStore store;
    private final StoredTraffic traffic;

    InventedTraffic(SampleStore store, StoredTraffic traffic) {
        this.store = store;
        this.traffic = traffic;
    }

    /** @param spans of the node {@link SampledSpan#INVENTED} */
    public void put(List<SampledSpan> spans) {
        spans.forEach(store::put);
        traffic.forget();
    }
}
