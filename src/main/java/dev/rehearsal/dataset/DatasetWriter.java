package dev.rehearsal.dataset;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes the JSON of a dataset, one object of it on a line, so that two of them can be compared line by line. */
final class DatasetWriter {

    /** In ASCII: half a character, which a blob may hold, has no other form. */
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final OutputStream out;
    private boolean first = true;

    DatasetWriter(OutputStream out) {
        this.out = out;
    }

    <T> void part(DatasetPart part, List<T> objects, Function<T, ObjectNode> json) throws IOException {
        write(first ? "{\n" : ",\n");
        first = false;
        write("\"" + part.key() + "\": [");
        String separator = "\n";
        for (T object : objects) {
            write(separator);
            out.write(JSON.writeValueAsBytes(json.apply(object)));
            separator = ",\n";
        }
        write(objects.isEmpty() ? "]" : "\n]");
    }

    void end() throws IOException {
        write(first ? "{}\n" : "\n}\n");
        out.flush();
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
