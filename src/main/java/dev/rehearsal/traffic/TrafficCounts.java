package dev.rehearsal.traffic;

import dev.rehearsal.staging.ProductChannel;
import java.time.Duration;
import java.util.Map;

/** Gives how many requests came, by product and channel, also on mapped test channels. */
public interface TrafficCounts {

    /** Returns those of the time up to now on every channel that was asked then. */
    Map<ProductChannel, RequestCount> all(Duration back);

    /** Returns those of the time up to now on one channel. */
    default RequestCount on(ProductChannel where, Duration back) {
        return all(back).getOrDefault(where, RequestCount.NONE);
    }
}
