package dev.rehearsal.blob;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.rehearsal.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/** The JSON schemas of all blob versions, each loaded when it is first needed. */
final class BlobSchemas {

    private static final String SHARED_ID = "urn:rehearsal:blob:shared";
    private static final String ID = "urn:rehearsal:blob:";

    private final Map<BlobSchema, Schema> loaded = new ConcurrentHashMap<>();

    List<Problem> check(BlobSchema version, JsonNode blob) {
        Schema schema = loaded.computeIfAbsent(version, this::load);
        return schema.validate(blob).stream().map(SchemaProblem::of).distinct().toList();
    }

    /** The validator is a library of its own size: a start that reads no blob does not load it. */
    private static final class Registry {
        static final SchemaRegistry LOADED = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemas(Map.of(SHARED_ID, resource("schema/shared.json"))));
    }

    private Schema load(BlobSchema version) {
        return Registry.LOADED.getSchema(
                SchemaLocation.of(ID + version.version()),
                resource("schema/blob-" + version.version() + ".json"),
                InputFormat.JSON);
    }

    private static String resource(String name) {
        try (InputStream in = BlobSchemas.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The schema " + name + " is not in the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
