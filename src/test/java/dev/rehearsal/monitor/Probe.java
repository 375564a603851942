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

    private static final String LUCKY = "force=1";
    private static final String UNLUCKY = "force=-1";

    String urlOn(String channel) {
        return url.replace(CHANNEL, channel + suffix);
    }

    /** Whether dice fall so that nobody is served who need not be. */
    boolean isUnlucky() {
        return variant.equals(UNLUCKY);
    }

    /** Whether another is the same client for whom dice fall well. */
    boolean isUnluckyTwinOf(Probe other) {
        return isUnlucky()
                && other.variant.equals(LUCKY)
                && url.replace(UNLUCKY, LUCKY).equals(other.url);
    }

    @Override
    public String toString() {
        return name;
    }
}
