package dev.rehearsal.live;

import dev.rehearsal.ledger.RowTable;
import dev.rehearsal.ledger.VersionHistory;
import dev.rehearsal.ledger.Write;
import dev.rehearsal.live.store.ShutoffStore;
import dev.rehearsal.problem.RefusedException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The shutoffs in force. Whoever writes them holds a {@link Write}, and so the write lock. */
@Service
public class EmergencyShutoffs implements RowTable<Shutoff> {

    private final ShutoffStore store;
    private final VersionHistory versions;

    EmergencyShutoffs(ShutoffStore store, VersionHistory versions) {
        this.store = store;
        this.versions = versions;
    }

    @Override
    public Class<Shutoff> type() {
        return Shutoff.class;
    }

    @Override
    public List<Shutoff> all() {
        return store.all();
    }

    public Optional<Shutoff> find(String product, String channel) {
        return all().stream()
                .filter(shutoff ->
                        shutoff.product().equals(product) && shutoff.channel().equals(channel))
                .findFirst();
    }

    /** Adds a shutoff, at the version after those of earlier ones of this product and channel. */
    public Shutoff add(Write write, String product, String channel, @Nullable String comment) {
        int version = versions.next("shutoffs_history", Map.of("product", product, "channel", channel));
        Shutoff shutoff = new Shutoff(product, channel, comment, version);
        store.insert(write, List.of(shutoff));
        return shutoff;
    }

    public void remove(Write write, Shutoff shutoff) {
        store.delete(write, shutoff);
    }

    /** Change sets only lift shutoffs. */
    @Override
    public void check(@Nullable Shutoff before, Shutoff after) {
        throw RefusedException.invalid("change_type", "must be delete: updates are shut off at once");
    }

    @Override
    public void write(Write write, @Nullable Shutoff before, @Nullable Shutoff after) {
        if (before != null) {
            remove(write, before);
        }
    }

    public void importAll(Write write, Collection<Shutoff> shutoffs) {
        store.insert(write, shutoffs);
    }
}
