package dev.rehearsal.history.receipt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The text of a receipt, for people.
 *
 * @param title of the set
 * @param about the time that it tells of: when the set went live, or the time of which it says what was live
 * @param previous the SHA-256 of the one before; null for the first
 * @param enactment what it says of the enactment; null where it looks at the set again
 * @param seen what it says of what was seen; null for the first one
 */
public record ReceiptText(
        Receipt receipt,
        String title,
        Instant about,
        @Nullable String previous,
        @Nullable Enactment enactment,
        @Nullable Seen seen) {

    /**
     * The enactment of a set, with who agreed to what went live.
     *
     * @param digest of what was signed
     * @param breakGlass why something was passed over; null where nothing was
     * @param freezes that were passed over, in sentences
     */
    public record Enactment(
            String by,
            List<String> writers,
            List<Agreement> signoffs,
            List<Agreement> passes,
            String digest,
            @Nullable String breakGlass,
            List<String> freezes) {}

    /**
     * The agreement of a person who signed or passed.
     *
     * @param as the role of a signoff, or the test channel of a pass
     */
    public record Agreement(String person, String as, Instant at) {}

    /**
     * A later look at a set that is live.
     *
     * @param first the number of the receipt that is looked at again
     * @param traffic a list of what requests got, by release; empty where no traffic was known
     */
    public record Seen(long first, boolean stillLive, List<Traffic> traffic) {}

    /** @param shares of the releases that were got, as numbers from 0 to 1 */
    public record Traffic(String channel, String source, long requests, List<Share> shares) {}

    public record Share(String release, double share) {}

    /** @param first the receipt of the enactment: this one, or the one that it looks at again */
    static ReceiptText of(Receipt receipt, Receipt first) {
        JsonNode predicate = predicate(receipt);
        JsonNode previous = predicate.at("/receipt/previous/sha256");
        boolean isFirst = receipt.kind() == ReceiptKind.ENACTED;
        return new ReceiptText(
                receipt,
                predicate(first).at("/changeSet/title").asString(""),
                Instant.parse(predicate.path(isFirst ? "timeVerified" : "asOf").asString()),
                previous.isString() ? previous.asString() : null,
                isFirst ? enactment(predicate) : null,
                isFirst ? null : seen(predicate));
    }

    private static JsonNode predicate(Receipt receipt) {
        return JsonMapper.shared().readTree(receipt.payload()).path("predicate");
    }

    private static Enactment enactment(JsonNode said) {
        List<Agreement> passes = new ArrayList<>();
        said.path("gates").forEach(gate -> passes.addAll(list(gate.path("passes"), agreement("testChannel"))));
        JsonNode reason = said.at("/breakGlass/reason");
        return new Enactment(
                said.at("/changeSet/enactedBy").asString(""),
                list(said.path("writers"), JsonNode::asString),
                list(said.path("signoffs"), agreement("role")),
                List.copyOf(passes),
                said.at("/changeSet/digest").asString(""),
                reason.isString() ? reason.asString() : null,
                list(said.path("freezesOverridden"), JsonNode::asString));
    }

    private static Function<JsonNode, Agreement> agreement(String as) {
        return json -> new Agreement(
                json.path("person").asString(""),
                json.path(as).asString(""),
                Instant.parse(json.path("at").asString()));
    }

    private static Seen seen(JsonNode said) {
        return new Seen(
                said.at("/of/number").asLong(),
                said.path("stillLive").asBoolean(),
                said.path("traffic").isArray() ? list(said.path("traffic"), ReceiptText::traffic) : List.of());
    }

    private static Traffic traffic(JsonNode json) {
        List<Share> shares = new ArrayList<>();
        json.path("shares")
                .forEachEntry((release, share) -> shares.add(new Share(release, Double.parseDouble(share.asString()))));
        String product = Optional.of(json.path("product"))
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .orElse("any other product");
        return new Traffic(
                product + " on " + json.path("channel").asString(""),
                json.path("source").asString(""),
                json.path("requests").asLong(),
                List.copyOf(shares));
    }

    private static <T> List<T> list(JsonNode json, Function<JsonNode, T> each) {
        List<T> all = new ArrayList<>();
        json.forEach(one -> all.add(each.apply(one)));
        return List.copyOf(all);
    }
}
