package dev.rehearsal.ui.links;

import com.vaadin.flow.router.QueryParameters;
import dev.rehearsal.insight.preview.ReleaseTable;
import dev.rehearsal.ui.frame.AddressParameters;
import dev.rehearsal.ui.frame.Query;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The address of the list of releases.
 *
 * @param product empty for any
 * @param name part of a name, upper and lower case alike; empty for any
 * @param usage null for any
 * @param sort key of the column that the list is sorted by, after a minus if downwards; empty for by name
 * @param saved the change set that was saved last; null for none
 */
public record ReleasesAddress(
        String product,
        String name,
        @Nullable Usage usage,
        String sort,
        @Nullable Long saved) {

    private static final List<String> SORTS = Stream.of("name", "product", "version", "state", "uses")
            .flatMap(column -> Stream.of(column, "-" + column))
            .toList();

    public static final AddressParameters PARAMETERS = AddressParameters.NONE
            .text("product", "name")
            .choice("use", Usage.class)
            .choice("sort", SORTS)
            .number("saved");

    public static final ReleasesAddress ALL = new ReleasesAddress("", "", null, "", null);

    public static ReleasesAddress of(QueryParameters query) {
        return new ReleasesAddress(
                Query.text(query, "product"),
                Query.text(query, "name"),
                Usage.named(Query.text(query, "use")).orElse(null),
                Query.text(query, "sort"),
                Query.number(query, "saved"));
    }

    QueryParameters query() {
        return new Query()
                .with("product", product)
                .with("name", name)
                .with("use", usage == null ? null : usage.wireName())
                .with("sort", sort)
                .with("saved", saved)
                .parameters();
    }

    public ReleasesAddress narrowedTo(String otherProduct, String otherName, @Nullable Usage otherUsage) {
        return new ReleasesAddress(otherProduct, otherName, otherUsage, sort, null);
    }

    public ReleasesAddress sortedBy(String other) {
        return new ReleasesAddress(product, name, usage, other, saved);
    }

    public boolean narrows() {
        return !product.isEmpty() || !name.isEmpty() || usage != null;
    }

    public boolean includes(ReleaseTable.Row row) {
        return (product.isEmpty() || row.release().product().equals(product))
                && row.name().value().toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT))
                && (usage == null || usage.holdsFor(row));
    }
}
