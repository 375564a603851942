package dev.rehearsal.serve.impact;

import static dev.rehearsal.matching.QueryBuilder.aQuery;

import dev.rehearsal.matching.QueryBuilder;
import dev.rehearsal.staging.ProductChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Makes a population in a few lines, of a day that began on 1 March 2026:
 *
 * <pre>{@code
 * PopulationBuilder.on("Firefox", "release")
 *         .asked(880, "149.0.1")
 *         .asked(20, "115.0", query -> query.onOsVersion("Windows_NT 6.1"))
 *         .of(90_000)
 *         .build();
 * }</pre>
 */
public final class PopulationBuilder {

    private static final Instant FROM = Instant.parse("2026-03-01T00:00:00Z");

    private final ProductChannel where;
    private final List<RequestClass> classes = new ArrayList<>();
    private long asked;

    private PopulationBuilder(ProductChannel where) {
        this.where = where;
    }

    public static PopulationBuilder on(String product, String channel) {
        return new PopulationBuilder(new ProductChannel(product, channel));
    }

    /** So many requests of a client with this version, which is German and on Windows 10. */
    public PopulationBuilder asked(long requests, String version) {
        return asked(requests, version, query -> query);
    }

    public PopulationBuilder asked(long requests, String version, UnaryOperator<QueryBuilder> otherwise) {
        QueryBuilder query = aQuery().ofProduct(String.valueOf(where.product()))
                .onChannel(where.channel())
                .withHeaderArchitecture(null)
                .atVersion(version);
        classes.add(new RequestClass(otherwise.apply(query).build(), requests));
        return this;
    }

    /** How many requests the sample is of; without this, it is all that were made. */
    public PopulationBuilder of(long all) {
        asked = all;
        return this;
    }

    public Population build() {
        long sampled = classes.stream().mapToLong(RequestClass::requests).sum();
        return new Population(
                where,
                "a list made for a test",
                FROM,
                FROM.plus(Duration.ofDays(1)),
                classes,
                Math.max(asked, sampled));
    }
}
