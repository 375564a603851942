package dev.rehearsal.ui.links;

import com.vaadin.flow.router.QueryParameters;
import dev.rehearsal.problem.WireNamed;
import dev.rehearsal.ui.frame.AddressParameters;
import dev.rehearsal.ui.frame.Messages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The address of the list of change sets.
 *
 * @param product null for any
 * @param channel null for any
 * @param text empty for any
 */
public record ChangesAddress(
        Stage stage, @Nullable String product, @Nullable String channel, String text) {

    public static final AddressParameters PARAMETERS =
            AddressParameters.NONE.choice("state", Stage.class).text("product", "channel", "text");

    private static final Messages MESSAGES = Messages.beside(ChangesAddress.class);

    public static final ChangesAddress EVERYTHING_PENDING = new ChangesAddress(Stage.PENDING, null, null, "");

    /** The stage of a set's life, by which the list is narrowed. */
    public enum Stage implements WireNamed {
        PENDING,
        HELD,
        DRAFTS,
        HISTORY;

        public String title() {
            return MESSAGES.get("list.stage." + wireName());
        }

        /** What nobody has is taken for pending: a mistyped link still shows the queue. */
        static Stage named(String wireName) {
            return WireNamed.find(Stage.class, wireName).orElse(PENDING);
        }
    }

    public static ChangesAddress of(QueryParameters query) {
        return new ChangesAddress(
                Stage.named(query.getSingleParameter("state").orElse("")),
                query.getSingleParameter("product").orElse(null),
                query.getSingleParameter("channel").orElse(null),
                query.getSingleParameter("text").orElse(""));
    }

    QueryParameters query() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        put(parameters, "state", stage == Stage.PENDING ? null : stage.wireName());
        put(parameters, "product", product);
        put(parameters, "channel", channel);
        put(parameters, "text", text);
        return new QueryParameters(parameters);
    }

    private static void put(Map<String, List<String>> parameters, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            parameters.put(name, List.of(value));
        }
    }

    public boolean narrows() {
        return product != null || channel != null || !text.isBlank();
    }

    public ChangesAddress with(Stage other) {
        return new ChangesAddress(other, product, channel, text);
    }

    public ChangesAddress narrowedTo(@Nullable String otherProduct, @Nullable String otherChannel, String otherText) {
        return new ChangesAddress(stage, otherProduct, otherChannel, otherText);
    }
}
