package dev.rehearsal.dataset;

import dev.rehearsal.access.Role;
import dev.rehearsal.approval.GuardRail;
import dev.rehearsal.approval.GuardRails;
import dev.rehearsal.change.GuardRailKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The guard rails of a dataset; each gets an id of its own. */
final class GuardRailObjects {

    private static final Set<String> FIELDS = Set.of(
            "id", "product", "live_channel", "kind", "percent", "mode", "cannot_say", "passed_by", "data_version");

    private final List<GuardRail> rails = new ArrayList<>();

    void add(DatasetObject object) {
        object.allowOnly(FIELDS);
        JsonNode percent = object.json().path("percent");
        GuardRail rail = new GuardRail(
                object.identifier("id"),
                object.optionalText("product", 15),
                object.text("live_channel", 75),
                parsed(
                        object,
                        "kind",
                        GuardRail.Kind::named,
                        "Must be one of " + GuardRail.Kind.words() + ".",
                        GuardRail.Kind.RATE_HAS_FALLBACK),
                percent.isMissingNode() || percent.isNull() ? null : (Integer) object.number("percent"),
                parsed(object, "mode", GuardRail.Mode::named, "Must be dry_run, warn or block.", GuardRail.Mode.WARN),
                parsed(object, "cannot_say", GuardRailKind::doesCannotSayBlock, "Must be warn or block.", false),
                new Role(object.text("passed_by", 50)),
                object.dataVersion());
        if (object.isRight()) {
            GuardRails.problems(rail)
                    .forEach(problem -> object.wrong(problem.place(), "This " + problem.sentence() + "."));
        }
        if (object.isRight()) {
            rails.add(rail);
        }
    }

    private static <T> T parsed(
            DatasetObject object, String field, Function<String, T> parser, String otherwise, T standIn) {
        String text = object.text(field, 60);
        try {
            return text.isEmpty() ? standIn : parser.apply(text);
        } catch (IllegalArgumentException e) {
            object.wrong(field, otherwise);
            return standIn;
        }
    }

    static ObjectNode json(GuardRail rail, RowNumbers numbers) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", numbers.rails().applyAsLong(rail.id()))
                .put("product", rail.product())
                .put("live_channel", rail.liveChannel())
                .put("kind", rail.kind().wireName())
                .put("percent", rail.percent())
                .put("mode", rail.mode().wireName())
                .put("cannot_say", GuardRailKind.cannotSay(rail.cannotSayBlocks()))
                .put("passed_by", rail.passedBy().name())
                .put("data_version", rail.dataVersion());
    }

    List<GuardRail> rails() {
        return rails;
    }

    /**
     * Returns the numbers that rails have here by those that they have in the dataset.
     *
     * @param stored the rails in the same order
     */
    Map<Long, Long> idsOf(List<GuardRail> stored) {
        Map<Long, Long> ids = new HashMap<>();
        for (int place = 0; place < rails.size(); place++) {
            ids.put(rails.get(place).id(), stored.get(place).id());
        }
        ids.remove(0L);
        return ids;
    }
}
