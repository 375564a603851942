package dev.rehearsal.dataset;

import java.io.InputStream;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads a dataset from its beginning to its end and holds one object of it at a time. */
final class DatasetReader {

    private static final JsonMapper EXACT = JsonMapper.builder(JsonFactory.builder()
                    .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final ProblemList problems;
    private final Objects objects;

    DatasetReader(ProblemList problems, Objects objects) {
        this.problems = problems;
        this.objects = objects;
    }

    /** Takes the objects of a dataset in the order of the file. */
    interface Objects {

        void add(DatasetPart part, DatasetObject object);
    }

    /** @throws DatasetException if this is not JSON: then nothing can be said of what follows */
    void read(InputStream json) {
        try (JsonParser parser = EXACT.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new DatasetException("The dataset must be one JSON object: {\"rules\":[…],\"releases\":[…],…}.");
            }
            readParts(parser);
            if (parser.nextToken() != null) {
                throw new DatasetException("The dataset must be one JSON object, but something follows it"
                        + at(parser.currentTokenLocation()));
            }
        } catch (JacksonIOException e) {
            throw new DatasetException(
                    "The dataset cannot be read to its end: " + firstLine(e.getOriginalMessage()) + ".");
        } catch (JacksonException e) {
            throw new DatasetException("The dataset is not valid JSON" + at(e.getLocation())
                    + (e instanceof UnexpectedEndOfInputException
                            ? ": it ends too early."
                            : ": " + firstLine(e.getOriginalMessage()) + "."));
        }
    }

    private void readParts(JsonParser parser) {
        Set<DatasetPart> seen = EnumSet.noneOf(DatasetPart.class);
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = parser.currentName();
            DatasetPart part = DatasetPart.named(key);
            JsonToken value = parser.nextToken();
            if (part == null) {
                problems.add(key, "There is no such part of a dataset; the parts are " + DatasetPart.keys() + ".");
                parser.skipChildren();
            } else if (!seen.add(part)) {
                problems.add(key, "This part stands in the dataset twice.");
                parser.skipChildren();
            } else if (value != JsonToken.START_ARRAY) {
                problems.add(key, "Must be a list.");
                parser.skipChildren();
            } else {
                readElements(part, parser);
            }
        }
    }

    private void readElements(DatasetPart part, JsonParser parser) {
        for (int index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
            String place = part.key() + "[" + index + "]";
            JsonNode element = parser.readValueAsTree();
            if (element instanceof ObjectNode object) {
                objects.add(part, new DatasetObject(place, object, problems));
            } else {
                problems.add(place, "Must be an object.");
            }
        }
    }

    private static String at(@Nullable TokenStreamLocation location) {
        return location == null || location.getLineNr() < 1
                ? ""
                : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("it cannot be read");
    }
}
