package dev.rehearsal.monitor;

/**
 * A client that asks for an update on any channel.
 *
 * @param url with {@link #CHANNEL} where the channel stands
 * @param suffix of the channel, of a partner's build; empty for none
 * @param shared whether several rules may be for this client, so that one overtakes another; of other clients each is
 *     matched by one rule alone
 * @param variant what else the client says that decides its answer: a pin, or how it forces; clients of one variant get
 *     the same release from the same rule
 */
public record Probe(String name, String url, String suffix, boolean shared, String variant) {

    public static final String CHANNEL = "CHANNEL";

    String urlOn(String channel) {
        return url.replace(CHANNEL, channel + suffix);
    }

    @Override
    public String toString() {
        return name;
    }
}
