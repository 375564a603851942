package dev.rehearsal.serve;

import dev.rehearsal.serve.UpdateRequest.Format;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The forms of URL that ask for an update. What each may hold is a Balrog fact. */
enum Route {
    UPDATE_1(Format.XML, 9, Parameter.WITH_PIN),
    UPDATE_2(Format.XML, 10, Parameter.WITHOUT_PIN),
    UPDATE_3(Format.XML, 12, Parameter.WITH_PIN),
    UPDATE_4(Format.XML, 13, Parameter.WITH_PIN),
    UPDATE_5(Format.XML, 13, Parameter.WITH_PIN),
    UPDATE_6(Format.XML, 13, Parameter.WITH_PIN),
    JSON_1(Format.JSON, 7, Parameter.FORCE_ALONE),
    JSON_2(Format.JSON, 8, Parameter.FORCE_ALONE);

    private static final class Parameter {
        static final Set<String> WITH_PIN = Set.of("force", "mig64", "avast", "pin");
        static final Set<String> WITHOUT_PIN = Set.of("force", "mig64", "avast");
        static final Set<String> FORCE_ALONE = Set.of("force");
    }

    private final Format format;
    private final int segments;
    private final Set<String> parameters;

    Route(Format format, int segments, Set<String> parameters) {
        this.format = format;
        this.segments = segments;
        this.parameters = parameters;
    }

    /** Finds the route of a path; returns null where no route has this path. Empty segments never match. */
    static @Nullable Route of(UrlPath path) {
        if (path.hasEmptySegments() || path.count() < JSON_1.segments) {
            return null;
        }
        Route route = numbered(path);
        return route != null
                        && path.count() == route.segments
                        && path.segmentIs(route.segments - 1, route.lastSegment())
                ? route
                : null;
    }

    private static @Nullable Route numbered(UrlPath path) {
        char number = path.onlyCharacter(1);
        if (path.segmentIs(0, "update")) {
            return switch (number) {
                case '1' -> UPDATE_1;
                case '2' -> UPDATE_2;
                case '3' -> UPDATE_3;
                case '4' -> UPDATE_4;
                case '5' -> UPDATE_5;
                case '6' -> UPDATE_6;
                default -> null;
            };
        }
        if (path.segmentIs(0, "json")) {
            return switch (number) {
                case '1' -> JSON_1;
                case '2' -> JSON_2;
                default -> null;
            };
        }
        return null;
    }

    private String lastSegment() {
        return format == Format.XML ? "update.xml" : "update.json";
    }

    Format format() {
        return format;
    }

    /** The query parameters that it takes. */
    Set<String> parameters() {
        return parameters;
    }

    boolean hasOsVersion() {
        return this != UPDATE_1 && this != JSON_1;
    }

    boolean hasDistribution() {
        return switch (this) {
            case UPDATE_3, UPDATE_4, UPDATE_5, UPDATE_6 -> true;
            case UPDATE_1, UPDATE_2, JSON_1, JSON_2 -> false;
        };
    }
}
