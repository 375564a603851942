package dev.rehearsal.ui.links;

import com.vaadin.flow.router.QueryParameters;
import dev.rehearsal.insight.preview.StageSelection;
import dev.rehearsal.ui.frame.AddressParameters;
import dev.rehearsal.ui.frame.Query;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The address of a preview: a link shows another person the same.
 *
 * @param product null for that of the mapping
 * @param through how far to look, in the form of {@link StageSelection#parse}; null for as far as testers see
 * @param url the question asked; empty for none
 * @param filter empty for none
 * @param whole whether rules that stay as they are are shown among those that change
 */
public record PreviewAddress(
        String testChannel,
        @Nullable String product,
        @Nullable String through,
        String url,
        String filter,
        boolean whole) {

    public static final AddressParameters PARAMETERS =
            AddressParameters.NONE.text("product", "through", "url", "filter").flag("all");

    public static PreviewAddress of(String testChannel, @Nullable String product) {
        return new PreviewAddress(testChannel, product, null, "", "", false);
    }

    public static PreviewAddress of(String testChannel, QueryParameters query) {
        return new PreviewAddress(
                testChannel,
                query.getSingleParameter("product").orElse(null),
                query.getSingleParameter("through").orElse(null),
                query.getSingleParameter("url").orElse(""),
                query.getSingleParameter("filter").orElse(""),
                Query.flag(query, "all"));
    }

    QueryParameters query() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        put(parameters, "product", product);
        put(parameters, "through", through);
        put(parameters, "url", url);
        put(parameters, "filter", filter);
        put(parameters, "all", whole ? "1" : null);
        return new QueryParameters(parameters);
    }

    private static void put(Map<String, List<String>> parameters, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            parameters.put(name, List.of(value));
        }
    }

    public PreviewAddress withProduct(@Nullable String other) {
        return new PreviewAddress(testChannel, other, null, url, filter, whole);
    }

    public PreviewAddress withHowFar(StageSelection other) {
        return new PreviewAddress(testChannel, product, other.wireForm(), url, filter, whole);
    }

    public PreviewAddress withUrl(String other) {
        return new PreviewAddress(testChannel, product, through, other, filter, whole);
    }

    public PreviewAddress withFilter(String other, boolean everything) {
        return new PreviewAddress(testChannel, product, through, url, other, everything);
    }
}
