package dev.rehearsal.change;

import dev.rehearsal.access.Role;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A stake says whom a row of configuration concerns, before or after a change of it. What they ask for is decided where
 * sets are judged.
 */
public sealed interface Stake {

    /**
     * Whoever must agree to changes of these channels.
     *
     * @param product null for every product
     * @param channels empty for every channel
     */
    record OfChannels(@Nullable String product, List<String> channels) implements Stake {}

    /** Whoever must agree to changes of either channel, or of another one that the test channel shows. */
    record OfMapping(@Nullable String product, String liveChannel, String testChannel) implements Stake {}

    /** Whoever must agree to what clients of this product get on these channels; the name may end with a star. */
    record OfClients(String product, String channel) implements Stake {}

    /**
     * Whoever must agree to permissions.
     *
     * @param products empty for every product
     */
    record OfPermissions(Set<String> products) implements Stake {}

    /**
     * Whoever must agree to what this person holds.
     *
     * @param role that is given or taken; null where all is at stake that can be done as this person
     */
    record OfPerson(String person, @Nullable Role role) implements Stake {}
}
