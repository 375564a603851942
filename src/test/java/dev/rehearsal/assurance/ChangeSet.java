package dev.rehearsal.assurance;

import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Some changes that go together, as the API tells of them. */
final class ChangeSet {

    private final World world;
    private final long id;

    ChangeSet(World world, long id) {
        this.world = world;
        this.id = id;
    }

    String path() {
        return "/api/change_sets/" + id;
    }

    long id() {
        return id;
    }

    JsonNode told() {
        return world.root("GET", path(), "").succeeds().json();
    }

    String state() {
        return told().get("state").asString();
    }

    boolean isLive() {
        return state().equals("enacted");
    }

    /** Returns the digest of the set on what is live; that of the set in its turn where both are the same. */
    String digestAlone() {
        return told().path("digest_alone").asString(digest());
    }

    String digest() {
        return told().path("digest").asString("");
    }

    /** Whose signoffs count, by the names of the story. */
    Set<String> signers() {
        return told().get("signoffs").propertyNames().stream()
                .map(world::withoutPrefix)
                .collect(Collectors.toSet());
    }

    /** Who has signed in vain. */
    Set<String> lapsed() {
        return told().path("lapsed_signoffs")
                .valueStream()
                .map(lapsed -> world.withoutPrefix(lapsed.path("person").asString("")))
                .collect(Collectors.toSet());
    }

    /** The changes' ids, in order, by which Balrog's API names them. */
    long change(int place) {
        return told().get("changes").get(place).get("sc_id").asLong();
    }

    /** The rule that a change adds or edits. */
    Rule rule(int place) {
        return new Rule(told().get("changes").get(place).get("rule_id").asLong());
    }
}
