package dev.rehearsal.probe;

import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.serve.Decided;
import org.jspecify.annotations.Nullable;

/** The answer that a probe must get. */
public sealed interface Expectation {

    /** An update to this release. */
    record Release(ReleaseName name) implements Expectation {}

    /** There must be nothing newer. */
    record NoUpdate() implements Expectation {}

    /** The answer must be these bytes and no others, as a client of the live channel gets them. */
    record Exactly(String body) implements Expectation {}

    /** The word that tables and programs have for each. */
    enum Kind {
        RELEASE("release"),
        NO_UPDATE("no_update"),
        XML("xml");

        private final String wireName;

        Kind(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }

        /** Returns the kind with this name in the API, null for any other word. */
        public static @Nullable Kind named(String wireName) {
            for (Kind kind : values()) {
                if (kind.wireName.equals(wireName)) {
                    return kind;
                }
            }
            return null;
        }

        /** @param answer null where the kind says it all */
        public Expectation of(@Nullable String answer) {
            String text = answer == null ? "" : answer;
            return switch (this) {
                case RELEASE -> new Release(new ReleaseName(text));
                case NO_UPDATE -> new NoUpdate();
                case XML -> new Exactly(text);
            };
        }
    }

    default Kind kind() {
        return switch (this) {
            case Release _ -> Kind.RELEASE;
            case NoUpdate() -> Kind.NO_UPDATE;
            case Exactly _ -> Kind.XML;
        };
    }

    /** The name of the release, or the body; null where the kind says it all. */
    default @Nullable String answer() {
        return switch (this) {
            case Release(ReleaseName name) -> name.value();
            case NoUpdate() -> null;
            case Exactly(String body) -> body;
        };
    }

    default boolean isMetBy(Decided got) {
        return switch (this) {
            case Release(ReleaseName name) -> name.equals(got.release());
            case NoUpdate() -> got.isNoUpdate();
            case Exactly(String body) -> body.strip().equals(got.answer().body().strip());
        };
    }
}
