package dev.rehearsal.serve;

import java.util.Set;

/** The product and channel pairs whose updates are stopped; names are exact, no globs (a Balrog fact). */
public record Shutoffs(Set<Key> stopped) {

    public record Key(String product, String channel) {}

    public boolean stops(String product, String channel) {
        return !stopped.isEmpty() && stopped.contains(new Key(product, channel));
    }
}
