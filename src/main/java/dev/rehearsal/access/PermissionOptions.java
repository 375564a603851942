package dev.rehearsal.access;

import dev.rehearsal.matching.RuleField;
import dev.rehearsal.problem.PlainText;
import dev.rehearsal.problem.Problem;
import dev.rehearsal.problem.RefusedException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The options that narrow a permission, as Balrog writes them: <code>{"products": […], "actions": […]}</code>. An
 * option that is absent, null or empty does not narrow.
 */
public final class PermissionOptions {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** An option that is said twice would narrow to the one that nobody read, or not at all. */
    private static final JsonMapper EACH_ONCE = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final String PRODUCTS = "products";
    private static final String ACTIONS = "actions";

    /** What the column holds. */
    private static final int LONGEST_TEXT = 4000;

    private PermissionOptions() {}

    /** Empty where nothing is narrowed. */
    public static ObjectNode write(Permission permission) {
        ObjectNode json = JSON.createObjectNode();
        if (!permission.products().isEmpty()) {
            ArrayNode products = json.putArray(PRODUCTS);
            permission.products().stream().sorted().forEach(products::add);
        }
        if (!permission.actions().isEmpty()) {
            ArrayNode actions = json.putArray(ACTIONS);
            permission.actions().stream().sorted().forEach(action -> actions.add(action.wireName()));
        }
        return json;
    }

    /**
     * @param text JSON; null or blank where nothing is narrowed
     * @throws RefusedException with reason INVALID, naming each option that is wrong
     */
    public static Permission parse(PermissionName name, @Nullable String text, int dataVersion) {
        try {
            return read(name, text == null || text.isBlank() ? null : EACH_ONCE.readTree(text), dataVersion);
        } catch (JacksonException e) {
            throw RefusedException.invalid("options", "must be a JSON object: " + e.getOriginalMessage());
        }
    }

    /** As {@link #parse}, of what is JSON already. */
    public static Permission read(PermissionName name, @Nullable JsonNode options, int dataVersion) {
        if (options == null || options.isNull()) {
            return new Permission(name, Set.of(), Set.of(), dataVersion);
        }
        if (!(options instanceof ObjectNode object)) {
            throw RefusedException.invalid("options", "must be a JSON object");
        }
        List<Problem> problems = new ArrayList<>();
        object.propertyNames().stream()
                .filter(option -> !isKnown(name, option))
                .forEach(option -> problems.add(
                        new Problem("options." + option, "is no option of the permission " + name.wireName())));
        Set<String> products = new HashSet<>(texts(object, PRODUCTS, problems));
        Set<Action> actions = new HashSet<>();
        for (String action : texts(object, ACTIONS, problems)) {
            Action.named(action).ifPresentOrElse(actions::add, () -> problems.add(unknownAction(action)));
        }
        products.stream()
                .filter(product -> product.isBlank()
                        || product.length() > RuleField.LONGEST_PRODUCT
                        || PlainText.refusal(product) != null)
                .map(product -> new Problem("options." + PRODUCTS, "'" + product + "' is no name of a product"))
                .forEach(problems::add);
        Permission permission = new Permission(name, actions, products, dataVersion);
        if (write(permission).toString().length() > LONGEST_TEXT) {
            problems.add(new Problem("options", "may have at most " + LONGEST_TEXT + " characters"));
        }
        RefusedException.throwIfAny(problems);
        return permission;
    }

    private static boolean isKnown(PermissionName name, String option) {
        return switch (option) {
            case PRODUCTS -> name.narrowedByProduct();
            case ACTIONS -> name.narrowedByAction();
            default -> false;
        };
    }

    private static List<String> texts(ObjectNode options, String option, List<Problem> problems) {
        JsonNode values = options.path(option);
        if (values.isMissingNode() || values.isNull()) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        boolean right = values.isArray();
        for (JsonNode value : values) {
            right &= value.isString();
            texts.add(value.asString(""));
        }
        if (!right) {
            problems.add(new Problem("options." + option, "must be a list of texts"));
            return List.of();
        }
        return texts;
    }

    private static Problem unknownAction(String action) {
        return new Problem(
                "options." + ACTIONS,
                "there is no action '%s'; there are %s"
                        .formatted(
                                action,
                                Arrays.stream(Action.values())
                                        .map(Action::wireName)
                                        .collect(Collectors.joining(", "))));
    }
}
