package dev.rehearsal.matching.region;

import dev.rehearsal.matching.Criterion;
import dev.rehearsal.matching.UpdateQuery;
import dev.rehearsal.matching.UpdateQuery.Force;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A client that is made up from what it says by each criterion; what it is not told to say is as usual. */
final class Client {

    private static final int JSON = 0;
    private static final int WITHOUT_DISTRIBUTION = 2;
    private static final int NEWEST = 6;

    private final Map<Criterion, @Nullable Object> says = new HashMap<>();

    Client saying(Criterion criterion, @Nullable Object value) {
        says.put(criterion, value);
        return this;
    }

    /** Without a hardware architecture it asks as JSON clients do, who have no locale where others have an empty one. */
    UpdateQuery query() {
        String architecture = text(Criterion.HEADER_ARCHITECTURE, "Intel");
        String locale = text(Criterion.LOCALE, "en-US");
        String distVersion = text(Criterion.DIST_VERSION, "default");
        return new UpdateQuery(
                architecture == null ? JSON : distVersion == null ? WITHOUT_DISTRIBUTION : NEWEST,
                needed(Criterion.PRODUCT, "Firefox"),
                needed(Criterion.VERSION, "100.0"),
                text(Criterion.BUILD_ID, "20200101000000"),
                needed(Criterion.BUILD_TARGET, "WINNT_x86_64-msvc-x64"),
                locale == null && architecture != null ? "" : locale,
                needed(Criterion.CHANNEL, "release"),
                needed(Criterion.OS_VERSION, "Windows_NT 10.0"),
                text(Criterion.INSTRUCTION_SET, "SSE4_2"),
                (Integer) said(Criterion.MEMORY, null),
                (Boolean) said(Criterion.JAWS, null),
                (Boolean) said(Criterion.MIG64, null),
                needed(Criterion.DISTRIBUTION, "default"),
                distVersion,
                architecture,
                Force.NONE,
                null);
    }

    private @Nullable Object said(Criterion criterion, @Nullable Object usual) {
        return says.containsKey(criterion) ? says.get(criterion) : usual;
    }

    private @Nullable String text(Criterion criterion, String usual) {
        return (String) said(criterion, usual);
    }

    private String needed(Criterion criterion, String usual) {
        String text = text(criterion, usual);
        return text == null ? "" : text;
    }
}
