package dev.rehearsal.blob;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import dev.rehearsal.problem.Problem;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Says what a JSON schema refused in words that do not need the schema beside them. */
final class SchemaProblem {

    private static final int LONGEST_QUOTE = 60;
    private static final String NO_SUCH_FIELD = "There is no such field in this schema.";

    private SchemaProblem() {}

    static Problem of(Error error) {
        String place = place(error.getInstanceLocation());
        JsonNode value = error.getInstanceNode();
        JsonNode demand = error.getSchemaNode();
        return switch (error.getKeyword()) {
            case "required" -> new Problem(field(place, error.getProperty()), "This field is missing.");
            case "additionalProperties" -> new Problem(field(place, error.getProperty()), NO_SUCH_FIELD);
            case "propertyNames" -> new Problem(place, "A name here must not be empty.");
            case "type" -> new Problem(place, "Must be " + types(demand) + ", but is " + type(value) + ".");
            case "pattern" -> new Problem(place, "Must be digits only, but is " + quoted(value) + ".");
            case "const" -> new Problem(place, "Must be " + demand + ", but is " + quoted(value) + ".");
            case "enum" -> new Problem(place, "Must be one of " + demand + ", but is " + quoted(value) + ".");
            case "minLength" -> new Problem(place, "Must not be empty.");
            case "maxLength" -> new Problem(place, "Must not be longer than " + demand + " characters.");
            default -> new Problem(place, error.getMessage());
        };
    }

    /** Whether everything else in the blob is of the shape that its schema demands all the same. */
    static boolean isOfUnknownField(Problem problem) {
        return problem.sentence().equals(NO_SUCH_FIELD);
    }

    /** {@code platforms.WINNT.locales.de.completes[0].from}; empty for the whole. */
    private static String place(NodePath path) {
        BlobPlace place = null;
        for (int i = 0; i < path.getNameCount(); i++) {
            String key = path.getElement(i) instanceof Integer index
                    ? "[" + index + "]"
                    : path.getElement(i).toString();
            place = new BlobPlace(place, key);
        }
        return place == null ? "" : place.toString();
    }

    private static String field(String place, String name) {
        String shown = BlobPlace.of(name).toString();
        return place.isEmpty() ? shown : place + "." + shown;
    }

    private static String types(JsonNode demand) {
        List<String> names = demand.isArray()
                ? StreamSupport.stream(demand.spliterator(), false)
                        .map(JsonNode::asString)
                        .toList()
                : List.of(demand.asString());
        return String.join(" or ", names.stream().map(SchemaProblem::typeName).toList());
    }

    private static String type(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> typeName("object");
            case ARRAY -> typeName("array");
            case STRING -> typeName("string");
            case NUMBER -> typeName("number");
            case BOOLEAN -> typeName("boolean");
            case NULL, MISSING, BINARY, POJO -> "null";
        };
    }

    private static String typeName(String jsonType) {
        return switch (jsonType) {
            case "object" -> "an object";
            case "array" -> "a list";
            case "string" -> "text";
            case "number" -> "a number";
            case "boolean" -> "true or false";
            default -> jsonType;
        };
    }

    private static String quoted(JsonNode value) {
        String text = value.toString();
        return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "…";
    }
}
