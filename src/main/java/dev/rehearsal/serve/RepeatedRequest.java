package dev.rehearsal.serve;

import dev.rehearsal.matching.UpdateQuery;
import dev.rehearsal.serve.sample.QueryText;
import dev.rehearsal.serve.sample.SampledChannel;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lets the requests for one answer into the sample of their channel: the same query each time. */
final class RepeatedRequest implements Supplier<String> {

    private static final int OVERHEAD = 80;

    private final SampledChannel channel;
    private final boolean distribution;
    private final @Nullable UpdateQuery query;
    private final String text;

    private RepeatedRequest(SampledChannel channel, boolean distribution, @Nullable UpdateQuery query, String text) {
        this.channel = channel;
        this.distribution = distribution;
        this.query = query;
        this.text = text;
    }

    /** @param distribution whether it is kept who distributes the client */
    static RepeatedRequest of(SampledChannel channel, UpdateQuery query, boolean distribution) {
        return new RepeatedRequest(channel, distribution, query, "");
    }

    /** Returns one that is written already: few requests of many are kept, but of those that come again some are. */
    RepeatedRequest written() {
        return query == null ? this : new RepeatedRequest(channel, distribution, null, get());
    }

    void note() {
        channel.note(this);
    }

    @Override
    public String get() {
        return query == null ? text : QueryText.of(query, distribution);
    }

    /** About how many bytes it takes once it is written. */
    int weight() {
        return OVERHEAD + text.length();
    }
}
