package dev.rehearsal.blob;

import dev.rehearsal.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Finds the texts of a blob that reach an attribute of an answer and may not stand there. Names that only choose what is
 * answered, such as those of platforms, channels and other releases, never reach one.
 */
final class AttributeChecks {

    private static final Set<String> NEVER_ANSWERED = Set.of("name", "product", BlobSchema.FIELD);
    private static final Set<String> FILES = Set.of("complete", "partial", "completes", "partials");

    private final List<Problem> problems = new ArrayList<>();

    private AttributeChecks() {}

    /** @param blob an object; whatever it holds is looked at, whether or not its schema knows it */
    static List<Problem> of(BlobSchema schema, JsonNode blob) {
        AttributeChecks found = new AttributeChecks();
        switch (schema) {
            case APP_1, APP_2, APP_3, APP_4, APP_5, APP_6, APP_8, APP_9 -> found.lookAtApplication(blob);
            case GMP -> found.lookAtAddons(blob, "vendors");
            case SYSTEM_ADDONS -> found.lookAtAddons(blob, "addons");
            case DESUPPORT -> found.eachAnswered(blob, found::lookAt);
            // One holds names only; the other is answered as JSON, which escapes what it must.
            case SUPER, GUARDIAN -> {}
        }
        return found.problems;
    }

    private void lookAtApplication(JsonNode blob) {
        eachAnswered(blob, (place, value) -> {
            switch (place.key()) {
                case "platforms" -> each(place, value, this::lookAtPlatform);
                case "updateLine" -> each(place, value, (group, held) -> eachBut("for", group, held, this::lookAt));
                default -> lookAt(place, value);
            }
        });
    }

    private void lookAtPlatform(BlobPlace place, JsonNode platform) {
        eachBut("alias", place, platform, (field, value) -> {
            if (field.key().equals("locales")) {
                value.properties().forEach(locale -> lookAtName(field, locale.getKey()));
                each(field, value, this::lookAtLocale);
            } else {
                lookAt(field, value);
            }
        });
    }

    private void lookAtLocale(BlobPlace place, JsonNode locale) {
        locale.properties().forEach(property -> {
            BlobPlace field = place.below(property.getKey());
            JsonNode value = property.getValue();
            if (!FILES.contains(property.getKey())) {
                lookAt(field, value);
            } else if (value.isArray()) {
                each(field, value, (file, held) -> eachBut("from", file, held, this::lookAt));
            } else {
                eachBut("from", field, value, this::lookAt);
            }
        });
    }

    private void lookAtAddons(JsonNode blob, String list) {
        eachAnswered(blob, (place, value) -> {
            if (place.key().equals(list)) {
                value.properties().forEach(addon -> lookAtName(place, addon.getKey()));
                each(place, value, this::lookAtAddon);
            } else {
                lookAt(place, value);
            }
        });
    }

    private void lookAtAddon(BlobPlace place, JsonNode addon) {
        each(place, addon, (field, value) -> {
            if (field.key().equals("platforms")) {
                each(field, value, (platform, held) -> eachBut("alias", platform, held, this::lookAt));
            } else {
                lookAt(field, value);
            }
        });
    }

    /** Looks at every text in it. */
    private void lookAt(BlobPlace place, JsonNode value) {
        if (value.isString()) {
            note(place, AttributeText.refusal(value.stringValue()));
        } else {
            each(place, value, this::lookAt);
        }
    }

    /** A locale or an add-on is answered by its name. */
    private void lookAtName(BlobPlace place, String name) {
        note(place.below(name), AttributeText.refusal(name));
    }

    private void note(BlobPlace place, @Nullable String refusal) {
        if (refusal != null) {
            problems.add(new Problem(place.toString(), refusal));
        }
    }

    private void eachAnswered(JsonNode object, BiConsumer<BlobPlace, JsonNode> look) {
        object.properties().forEach(property -> {
            if (!NEVER_ANSWERED.contains(property.getKey())) {
                look.accept(BlobPlace.of(property.getKey()), property.getValue());
            }
        });
    }

    private static void eachBut(String key, BlobPlace place, JsonNode object, BiConsumer<BlobPlace, JsonNode> look) {
        object.properties().forEach(property -> {
            if (!property.getKey().equals(key)) {
                look.accept(place.below(property.getKey()), property.getValue());
            }
        });
    }

    private static void each(BlobPlace place, JsonNode holder, BiConsumer<BlobPlace, JsonNode> look) {
        if (holder.isArray()) {
            for (int i = 0; i < holder.size(); i++) {
                look.accept(place.item(i), holder.path(i));
            }
        } else {
            holder.properties().forEach(property -> look.accept(place.below(property.getKey()), property.getValue()));
        }
    }
}
