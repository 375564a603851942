package dev.rehearsal.serve.impact;

import dev.rehearsal.blob.AppBlob;
import dev.rehearsal.blob.Blob;
import dev.rehearsal.blob.GuardianBlob;
import dev.rehearsal.blob.ReleaseVersion;
import dev.rehearsal.matching.MozillaVersion;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.UpdateQuery;
import dev.rehearsal.serve.Decided;
import dev.rehearsal.serve.ServedState;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one request, apart from which rule decided; equal where nobody can tell one from the other.
 *
 * <p>All errors are alike, whatever they say.
 *
 * @param release null where there is no update
 * @param version that the release has for who asks; null where there is no update, and for what has none, such as plugins
 * @param rendered null where there is no update
 * @param updates how many things the client can update by it: an application is one, and so is each plugin; none by a notice
 *     that there are no more updates, or a release without a file for who asks
 */
public record Got(
        Kind kind,
        @Nullable ReleaseName release,
        @Nullable ReleaseVersion version,
        @Nullable Rendered rendered,
        int updates) {

    public static final Got NONE = new Got(Kind.NONE, null, null, null, 0);
    public static final Got REFUSED = new Got(Kind.REFUSED, null, null, null, 0);

    private static final String ADDON = "<addon ";
    private static final String PATCH = "<patch ";
    /** Where answers are JSON. */
    private static final String URL = "\"url\": ";

    /** Kinds of answers. */
    public enum Kind {
        UPDATE,
        NONE,
        /** The client gets an error, such as for a version that is none, or a locale that the release does not have. */
        REFUSED
    }

    /** @param state that decided so */
    static Got of(Decided decided, ServedState state, UpdateQuery query) {
        ReleaseName release = decided.release();
        if (release != null) {
            String body = decided.answer().body();
            return new Got(Kind.UPDATE, release, version(state.blob(release), query), Rendered.of(body), updates(body));
        }
        return decided.isRefused() ? REFUSED : NONE;
    }

    private static int updates(String body) {
        int updates = body.contains(PATCH) || body.contains(URL) ? 1 : 0;
        for (int at = body.indexOf(ADDON); at >= 0; at = body.indexOf(ADDON, at + 1)) {
            updates++;
        }
        return updates;
    }

    private static @Nullable ReleaseVersion version(@Nullable Blob blob, UpdateQuery query) {
        return switch (blob) {
            case AppBlob app ->
                app.versionFor(query.buildTarget(), Objects.requireNonNullElse(query.locale(), ""))
                        .orElse(null);
            case GuardianBlob guardian -> new ReleaseVersion(guardian.version(), guardian.version());
            case null, default -> null;
        };
    }

    public boolean isUpdate() {
        return kind == Kind.UPDATE;
    }

    /** Returns the version by which clients compare it; null where there is none that can be compared. */
    @Nullable
    MozillaVersion comparedVersion() {
        return version == null ? null : MozillaVersion.tryParse(version.compared());
    }

    /** Returns how people name it. */
    public String told() {
        return switch (kind) {
            case UPDATE -> Objects.requireNonNull(release).value();
            case NONE -> "no update";
            case REFUSED -> "an error";
        };
    }
}
