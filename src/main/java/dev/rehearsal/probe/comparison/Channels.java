package dev.rehearsal.probe.comparison;

/**
 * Two channels whose answers are compared: a live one, which requests name, and the one that the right side is asked for
 * instead. Those of partners ({@code -cck-}) go along.
 */
public record Channels(String left, String right) {

    private static final String PARTNER = "-cck-";

    /** The channel without what names a partner. */
    public static String withoutPartner(String channel) {
        int partner = channel.indexOf(PARTNER);
        return partner < 0 ? channel : channel.substring(0, partner);
    }

    public boolean concern(Request request) {
        return withoutPartner(request.channel()).equals(left);
    }

    /** Returns what the right side is asked. */
    public Request onTheRight(Request request) {
        return request.on(right + request.channel().substring(left.length()));
    }
}
