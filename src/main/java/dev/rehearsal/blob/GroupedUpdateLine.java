package dev.rehearsal.blob;

import dev.rehearsal.matching.UnanswerableException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Schema 9: what the line says depends on the query. Its attributes stand in alphabetical order. */
record GroupedUpdateLine(List<Group> groups) implements UpdateLine {

    /** The attributes of an update line, in the order in which they are written. */
    enum Attribute {
        ACTIONS("actions"),
        ALERT_URL("alertURL"),
        APP_VERSION("appVersion"),
        BUILD_ID("buildID"),
        DETAILS_URL("detailsURL"),
        DISABLE_BITS("disableBITS"),
        DISABLE_BACKGROUND_UPDATES("disableBackgroundUpdates"),
        DISPLAY_VERSION("displayVersion"),
        NOTIFICATION_URL("notificationURL"),
        OPEN_URL("openURL"),
        PROMPT_WAIT_TIME("promptWaitTime"),
        SHOW_NEVER_FOR_VERSION("showNeverForVersion"),
        SHOW_PROMPT("showPrompt"),
        TYPE("type");

        private static final Attribute[] IN_ORDER = values();

        final String wireName;

        Attribute(String wireName) {
            this.wireName = wireName;
        }

        boolean isLocalized() {
            return switch (this) {
                case ALERT_URL, DETAILS_URL, NOTIFICATION_URL, OPEN_URL -> true;
                default -> false;
            };
        }
    }

    /**
     * Attributes for queries that meet some conditions.
     *
     * @param conditions null where the blob gives none at all, not even an empty object: Balrog fails on that
     * @param fields by attribute; null where the blob gives none at all, on which Balrog fails too
     */
    record Group(
            @Nullable UpdateLineConditions conditions,
            @Nullable List<Field> fields) {}

    /** One attribute that a group sets. */
    record Field(Attribute attribute, Template value) {}

    @Override
    public void append(StringBuilder out, Rendering rendering, String locale, LocaleBuild build, String buildId) {
        Map<Attribute, Template> chosen = new EnumMap<>(Attribute.class);
        for (int i = 0; i < groups.size(); i++) {
            choose(groups.get(i), rendering, locale, chosen);
        }
        out.append("    <update");
        for (Attribute attribute : Attribute.IN_ORDER) {
            Template template = chosen.get(attribute);
            String value =
                    template == null ? givenByRelease(attribute, rendering, build, buildId) : template.fill(locale);
            if (value != null) {
                out.append(' ')
                        .append(attribute.wireName)
                        .append("=\"")
                        .append(AttributeText.safe(value))
                        .append('"');
            }
        }
        out.append('>');
    }

    private static void choose(Group group, Rendering rendering, String locale, Map<Attribute, Template> chosen) {
        if (group.conditions == null) {
            throw new UnanswerableException("A group of the release's updateLine has no 'for'.");
        }
        if (group.conditions.admit(rendering.query(), locale)) {
            if (group.fields == null) {
                throw new UnanswerableException("A group of the release's updateLine has no 'fields'.");
            }
            for (Field field : group.fields) {
                chosen.put(field.attribute, field.value);
            }
        }
    }

    private static @Nullable String givenByRelease(
            Attribute attribute, Rendering rendering, LocaleBuild build, String buildId) {
        return switch (attribute) {
            case APP_VERSION -> Versions.safe(build.versions().applicationText());
            case BUILD_ID -> buildId;
            case DISPLAY_VERSION -> Versions.safe(build.versions().shown());
            case TYPE -> rendering.updateType().wireName();
            default -> null;
        };
    }
}
