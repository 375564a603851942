package dev.rehearsal.blob;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The builds of one locale on one platform, as automation adds them to a release while they are made.
 *
 * @param build what the release shall hold for the locale, instead of what it holds now
 * @param aliases platforms that shall stand for this one, where the release does not know them yet
 */
public record NewLocale(String platform, String locale, ObjectNode build, List<String> aliases) {

    private static final String PLATFORMS = "platforms";
    private static final String ALIAS = "alias";

    public NewLocale {
        aliases = List.copyOf(aliases);
    }

    /**
     * The blob with this locale in it. Where the platform is an alias, the platform that it stands for gets the locale:
     * nobody would look at it beside an alias (a Balrog fact).
     */
    public ObjectNode writtenInto(ObjectNode blob) {
        ObjectNode written = blob.deepCopy();
        ObjectNode platforms = child(written, PLATFORMS);
        String owner = resolved(platforms);
        child(child(platforms, owner), "locales").set(locale, build);
        for (String alias : aliases) {
            if (!platforms.has(alias)) {
                platforms.putObject(alias).put(ALIAS, owner);
            }
        }
        return written;
    }

    private String resolved(ObjectNode platforms) {
        JsonNode alias = platforms.path(platform).path(ALIAS);
        return alias.isString() ? alias.stringValue() : platform;
    }

    private static ObjectNode child(ObjectNode parent, String key) {
        return parent.get(key) instanceof ObjectNode child ? child : parent.putObject(key);
    }
}
