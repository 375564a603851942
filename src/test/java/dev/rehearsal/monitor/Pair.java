package dev.rehearsal.monitor;

/** A product on a live channel: what requirements and gates guard. */
public record Pair(String product, String channel) {

    @Override
    public String toString() {
        return product + " " + channel;
    }
}
