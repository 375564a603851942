package dev.rehearsal.insight.preview;

import dev.rehearsal.blob.AppBlob;
import dev.rehearsal.blob.Blob;
import dev.rehearsal.blob.BlobSource;
import dev.rehearsal.blob.DesupportBlob;
import dev.rehearsal.blob.GuardianBlob;
import dev.rehearsal.blob.Release;
import dev.rehearsal.blob.ReleaseVersion;
import dev.rehearsal.insight.preview.LiveAnswer.EndOfSupport;
import dev.rehearsal.insight.preview.LiveAnswer.Failure;
import dev.rehearsal.insight.preview.LiveAnswer.Given;
import dev.rehearsal.insight.preview.LiveAnswer.NoUpdate;
import dev.rehearsal.insight.preview.LiveAnswer.Unversioned;
import dev.rehearsal.insight.preview.LiveAnswer.Version;
import dev.rehearsal.matching.BadQueryException;
import dev.rehearsal.matching.MozillaVersion;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.UnanswerableException;
import dev.rehearsal.matching.UpdateQuery;
import dev.rehearsal.staging.Tables;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A client without special properties that updates as often as it can. It starts with an ancient version and takes one
 * update after the other, through each watershed, until the rules give it nothing newer: what it is given then is what is
 * live. That takes a microsecond a step, and touches no release but those on the way.
 */
final class CurrentClient {

    private static final String ANCIENT = "1.0";
    private static final String FUTURE = "999.0";
    private static final String LATE = "99991231235959";
    private static final String LOCALE = "en-US";
    private static final int MOST_STEPS = 64;

    /** Megabytes: a client that does not say meets every rule about memory (a Balrog fact). */
    private static final int MEMORY = 8192;

    /** Whichever has an answer first speaks for all. */
    private static final List<String> PLATFORMS = List.of(
            "WINNT_x86_64-msvc-x64",
            "Linux_x86_64-gcc3",
            "Darwin_x86_64-gcc3-u-i386-x86_64",
            "Darwin_aarch64-gcc3",
            "WINNT_x86_64",
            "Android_arm-eabi-gcc3");

    private final Tables tables;
    private final BlobSource blobs;
    private final String product;
    private final String channel;

    private CurrentClient(Tables tables, BlobSource blobs, String product, String channel) {
        this.tables = tables;
        this.blobs = blobs;
        this.product = product;
        this.channel = channel;
    }

    /** Returns what it is given in the end. */
    static LiveAnswer answer(Tables tables, BlobSource blobs, String product, String channel) {
        CurrentClient client = new CurrentClient(tables, blobs, product, channel);
        LiveAnswer first = client.climb(PLATFORMS.getFirst());
        if (first.rule() != null || first.main() instanceof Failure) {
            return first;
        }
        return PLATFORMS.stream()
                .skip(1)
                .map(client::climb)
                .filter(answer -> answer.rule() != null)
                .findFirst()
                .orElse(first);
    }

    private LiveAnswer climb(String platform) {
        try {
            Step step = step(platform, ANCIENT);
            ReleaseVersion reached = step == null ? null : step.version();
            if (step == null || reached == null) {
                Step late = step(platform, FUTURE);
                return late != null ? late.answer() : step != null ? step.answer() : nothing(null, null);
            }
            LiveAnswer answer = step.answer();
            for (int steps = 0; steps < MOST_STEPS; steps++) {
                Step next = step(platform, reached.compared());
                if (next == null) {
                    return answer;
                }
                ReleaseVersion version = next.version();
                if (version == null) {
                    return next.answer().main() instanceof NoUpdate
                            ? nothing(next.rule(), reached.shown())
                            : next.answer();
                }
                answer = next.answer();
                if (!isNewer(version, reached)) {
                    return answer;
                }
                reached = version;
            }
            return answer;
        } catch (BadQueryException | UnanswerableException e) {
            return new LiveAnswer(null, new Failure(String.valueOf(e.getMessage())), 100, null);
        }
    }

    private static LiveAnswer nothing(@Nullable Rule rule, @Nullable String beyond) {
        return new LiveAnswer(rule, new NoUpdate(beyond), 100, null);
    }

    /** @param version of what it gets on the main side; null where that has none */
    private record Step(
            Rule rule, LiveAnswer answer, @Nullable ReleaseVersion version) {}

    /** Returns what a client is offered next; null where no rule matches. */
    private @Nullable Step step(String platform, String version) {
        Rule rule = tables.ruleSet().firstMatch(query(platform, version));
        if (rule == null) {
            return null;
        }
        Given main = given(rule.mapping(), platform);
        boolean rolls = rule.mapping() != null && rule.backgroundRate() < 100;
        Given otherwise = rolls ? given(rule.fallbackMapping(), platform) : null;
        return new Step(
                rule,
                main.equals(otherwise)
                        ? new LiveAnswer(rule, main, 100, null)
                        : new LiveAnswer(rule, main, rolls ? rule.backgroundRate() : 100, otherwise),
                version(rule.mapping(), platform));
    }

    private UpdateQuery query(String platform, String version) {
        return new UpdateQuery(
                6,
                product,
                version,
                LATE,
                platform,
                LOCALE,
                channel,
                "",
                "",
                MEMORY,
                null,
                null,
                "default",
                "default",
                "Intel",
                UpdateQuery.Force.NONE,
                null);
    }

    private Given given(@Nullable ReleaseName name, String platform) {
        Blob blob = name == null ? null : blob(name);
        if (name == null || blob == null) {
            return new NoUpdate(null);
        }
        return switch (blob) {
            case AppBlob _ -> {
                ReleaseVersion version = version(name, platform);
                yield version == null ? new NoUpdate(null) : new Version(name, version.shown());
            }
            case GuardianBlob guardian -> new Version(name, guardian.version());
            case DesupportBlob _ -> new EndOfSupport(name);
            default -> new Unversioned(name);
        };
    }

    private @Nullable ReleaseVersion version(@Nullable ReleaseName name, String platform) {
        Blob blob = name == null ? null : blob(name);
        if (blob instanceof AppBlob app) {
            return app.versionFor(platform, LOCALE).orElse(null);
        }
        return blob instanceof GuardianBlob guardian
                ? new ReleaseVersion(guardian.version(), guardian.version())
                : null;
    }

    private @Nullable Blob blob(ReleaseName name) {
        Release release = tables.releases().get(name);
        return release == null ? null : blobs.blob(release.content());
    }

    private static boolean isNewer(ReleaseVersion one, ReleaseVersion other) {
        MozillaVersion newer = MozillaVersion.tryParse(one.compared());
        MozillaVersion older = MozillaVersion.tryParse(other.compared());
        return newer != null && older != null && newer.compareTo(older) > 0;
    }
}
