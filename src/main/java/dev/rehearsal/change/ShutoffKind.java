package dev.rehearsal.change;

import dev.rehearsal.access.PermissionName;
import dev.rehearsal.live.Shutoff;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Emergency shutoffs, which sets only lift: updates are stopped at once. */
public final class ShutoffKind extends RowKind<Shutoff> {

    ShutoffKind() {
        super(
                "emergency_shutoff",
                PermissionName.EMERGENCY_SHUTOFF,
                Shutoff.class,
                Shutoff::product,
                Shutoff::dataVersion,
                List.of(
                        Column.key("product", Shutoff::product),
                        Column.key("channel", Shutoff::channel),
                        Column.of("comment", Shutoff::comment)));
    }

    /** Returns the proposal to let updates go on. */
    public Proposal.ChangeRow<Shutoff> lift(String product, String channel, @Nullable Integer dataVersion) {
        RowKey key = key(new Shutoff(product, channel, null, 0));
        return new Proposal.ChangeRow<>(this, key, Proposal.Row.THERE, dataVersion, null);
    }

    /** A set of shutoffs alone may come with other changes. */
    @Override
    public boolean isConfiguration() {
        return false;
    }

    @Override
    public String name(Shutoff shutoff) {
        return "emergency shutoff of %s on %s".formatted(shutoff.product(), shutoff.channel());
    }

    @Override
    Stake stake(Shutoff shutoff) {
        return new Stake.OfClients(shutoff.product(), shutoff.channel());
    }

    @Override
    public Set<String> fieldNames() {
        return Set.of("product", "channel");
    }

    @Override
    public Shutoff read(RowFields fields) {
        fields.wrong(
                "change_type", "must be delete: updates are shut off at once, with POST /api/emergency_shutoff", "");
        return new Shutoff(fields.text("product"), fields.text("channel"), null, 0);
    }

    @Override
    public String missing(RowKey key) {
        return "updates of %s on %s are not shut off".formatted(product(key), channel(key));
    }

    @Override
    public String title(RowKey key, Proposal.Row expected, @Nullable Shutoff becomes) {
        return "Let %s on %s update again".formatted(product(key), channel(key));
    }

    private static @Nullable Object product(RowKey key) {
        return key.columns().get("product");
    }

    private static @Nullable Object channel(RowKey key) {
        return key.columns().get("channel");
    }
}
