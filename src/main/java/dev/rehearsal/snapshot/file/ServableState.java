package dev.rehearsal.snapshot.file;

import dev.rehearsal.ledger.SnapshotVersion;
import dev.rehearsal.serve.Shutoffs;
import dev.rehearsal.staging.Tables;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Holds what clients are answered from at one version, and nothing beside: no people, no queue, no signoffs, no
 * secrets.
 */
public record ServableState(SnapshotVersion version, Tables live, List<TestChannel> testChannels, Shutoffs shutoffs) {

    public ServableState {
        testChannels = List.copyOf(testChannels);
    }

    /**
     * Says which tables a test channel shows.
     *
     * @param product null for every product
     * @param staged may be the live tables themselves
     */
    public record TestChannel(@Nullable String product, String liveChannel, String testChannel, Tables staged) {}
}
