package dev.rehearsal.api.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Blobs as Balrog's first API shows them: keys in order, and indented for people who ask for that. */
public final class BlobText {

    private static final JsonMapper SORTED =
            JsonMapper.builder().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();
    private static final DefaultIndenter INDENTED = new DefaultIndenter("    ", "\n");

    private BlobText() {}

    /** @param pretty the parameter of the request; anything but nothing means yes (a Balrog fact) */
    public static String of(JsonNode blob, @Nullable String pretty) {
        if (pretty == null || pretty.isEmpty()) {
            return SORTED.writeValueAsString(blob);
        }
        return SORTED.writer()
                .with(new DefaultPrettyPrinter().withObjectIndenter(INDENTED).withArrayIndenter(INDENTED))
                .writeValueAsString(blob);
    }
}
