package dev.rehearsal.blob;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The versions of blobs that there are, by the {@code schema_version} that a blob carries. */
enum BlobSchema {
    APP_1(1),
    APP_2(2),
    APP_3(3),
    APP_4(4),
    APP_5(5),
    APP_6(6),
    APP_8(8),
    APP_9(9),
    DESUPPORT(50),
    GMP(1000),
    SUPER(4000),
    SYSTEM_ADDONS(5000),
    GUARDIAN(10000);

    /** The field that holds the version. */
    static final String FIELD = "schema_version";

    private final int version;

    BlobSchema(int version) {
        this.version = version;
    }

    int version() {
        return version;
    }

    /** Returns the schema that a blob names; null where a blob names no version that there is. */
    static @Nullable BlobSchema of(JsonNode blob) {
        JsonNode given = blob.path(FIELD);
        if (!given.isNumber() || !given.canConvertToExactIntegral() || !given.canConvertToInt()) {
            return null;
        }
        int version = given.asInt();
        return Arrays.stream(values())
                .filter(schema -> schema.version == version)
                .findFirst()
                .orElse(null);
    }

    static List<Integer> versions() {
        return Arrays.stream(values()).map(BlobSchema::version).toList();
    }
}
