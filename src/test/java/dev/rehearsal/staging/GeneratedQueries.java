package dev.rehearsal.staging;

import dev.rehearsal.matching.QueryBuilder;
import dev.rehearsal.matching.UpdateQuery;
import dev.rehearsal.matching.UpdateQuery.Force;
import java.util.ArrayList;
import java.util.List;

/** What clients ask of a {@link GeneratedState}. */
public final class GeneratedQueries {

    private GeneratedQueries() {}

    /** Generates queries of one channel and its partners, for one product. */
    public static List<UpdateQuery> of(Chance chance, int count, String product, String channel) {
        List<UpdateQuery> queries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            queries.add(query(chance, product, channel));
        }
        return queries;
    }

    private static UpdateQuery query(Chance chance, String product, String channel) {
        return QueryBuilder.aQuery()
                .ofProduct(product)
                .onChannel(channel + chance.oneOf("", "", "", "-cck-acme", "-cck-other"))
                .atVersion(chance.oneOf("98.0", "98.0", "99.0", "100.0", "101.0", "36"))
                .withBuildId(chance.oneOf("20250101000000", "20250101000000", "20250202000000", "20240101000000"))
                .onBuildTarget(chance.oneOf("WINNT", "WINNT", "WINNT", "WINNT-x64", "Linux"))
                .inLocale(chance.oneOf("de", "de", "en-US", "xx"))
                .onOsVersion(chance.oneOf("Windows_NT 10.0", "Linux 6"))
                .withMemory(chance.oneOf(1024, 16384))
                .withHeaderArchitecture(chance.oneOf("Intel", "PPC"))
                .forced(chance.oneOf(Force.NONE, Force.NONE, Force.MAIN, Force.FALLBACK))
                .pinnedTo(chance.oneOf(null, null, null, "99.", "100.", "bad"))
                .build();
    }
}
