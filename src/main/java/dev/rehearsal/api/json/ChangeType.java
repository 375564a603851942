package dev.rehearsal.api.json;

import dev.rehearsal.problem.WireNamed;
import java.util.Locale;

/** The type of a change tells what becomes of the row that it is about. */
public enum ChangeType implements WireNamed {
    INSERT,
    UPDATE,
    DELETE;

    /** Where it is missing or wrong, that is with the fields, and some type is returned. */
    public static ChangeType read(JsonFields fields) {
        String sent = fields.text("change_type");
        for (ChangeType type : values()) {
            if (type.wireName().equals(sent)) {
                return type;
            }
        }
        return sent.isEmpty() ? DELETE : fields.wrong("change_type", "must be insert, update or delete", DELETE);
    }

    public static ChangeType named(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }
}
