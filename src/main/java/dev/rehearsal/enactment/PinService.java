package dev.rehearsal.enactment;

import dev.rehearsal.blob.AppBlob;
import dev.rehearsal.blob.Pins;
import dev.rehearsal.blob.Release;
import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.WriteKind;
import dev.rehearsal.ledger.WriteLock;
import dev.rehearsal.live.Pin;
import dev.rehearsal.live.PinnedReleases;
import dev.rehearsal.live.Releases;
import dev.rehearsal.matching.MozillaVersion;
import dev.rehearsal.matching.PinCeiling;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.problem.RefusedException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Says which release holds back clients that are pinned to a version: at once, unless a guarded channel serves it. */
@Service
public class PinService {

    private final PinnedReleases pins;
    private final Releases releases;
    private final ReleaseContents contents;
    private final WriteLock writeLock;
    private final ChangeSets changeSets;
    private final EnactmentService enactment;

    PinService(
            PinnedReleases pins,
            Releases releases,
            ReleaseContents contents,
            WriteLock writeLock,
            ChangeSets changeSets,
            EnactmentService enactment) {
        this.pins = pins;
        this.releases = releases;
        this.contents = contents;
        this.writeLock = writeLock;
        this.changeSets = changeSets;
        this.enactment = enactment;
    }

    /**
     * Points the pin at this release, unless it points at a newer one: a fix of an older version that is built late must
     * not hold clients back (a Balrog fact).
     *
     * @param version {@code X.} or {@code X.Y.}
     * @return the pin as it is now; empty where the one that is there is newer, and stays
     */
    public Optional<Pin> pin(Actor by, ReleaseName release, String product, String channel, String version) {
        String ceiling = checked(product, channel, version);
        return enactment.within(by, WriteKind.LIVE, write -> {
            Release pinned = releases.find(release)
                    .orElseThrow(() -> RefusedException.notFound("there is no release '" + release + "'"));
            Pin known = pins.find(product, channel, ceiling).orElse(null);
            if (known != null && isNewer(releases.find(known.mapping()).orElse(null), pinned)) {
                return Optional.empty();
            }
            if (known == null || !known.mapping().equals(release)) {
                Pins.Key pin = new Pins.Key(product, channel, ceiling);
                enactment.enactDifference(write, by, title(pin, release), List.of(new Proposal.SetPin(pin, release)));
            }
            return pins.find(product, channel, ceiling);
        });
    }

    /**
     * Schedules a pin for a later time.
     *
     * @return empty where the release that is pinned now is newer, and stays
     */
    public Optional<ChangeSet> schedule(
            Actor by, ReleaseName release, String product, String channel, String version, Instant due) {
        Pins.Key pin = new Pins.Key(product, channel, checked(product, channel, version));
        return writeLock.write(by, WriteKind.QUEUE, write -> {
            Release pinned = releases.find(release)
                    .orElseThrow(() -> RefusedException.notFound("there is no release '" + release + "'"));
            Pin known = pins.find(product, channel, pin.version()).orElse(null);
            if (known != null && isNewer(releases.find(known.mapping()).orElse(null), pinned)) {
                return Optional.empty();
            }
            return changeSets.scheduleDifference(
                    write, by, title(pin, release), due, List.of(new Proposal.SetPin(pin, release)));
        });
    }

    private static String title(Pins.Key pin, ReleaseName release) {
        return ChangeSet.cut("Point " + pin + " at " + release);
    }

    private boolean isNewer(@Nullable Release known, Release asked) {
        MozillaVersion one = known == null ? null : version(known);
        MozillaVersion other = version(asked);
        return one != null && other != null && !one.isGlob() && !other.isGlob() && one.compareTo(other) > 0;
    }

    private @Nullable MozillaVersion version(Release release) {
        return contents.blob(release.content()) instanceof AppBlob blob ? blob.version() : null;
    }

    private static String checked(String product, String channel, String version) {
        PinCeiling ceiling = Proposal.SetPin.ceiling(version);
        Proposal.SetPin.check("", product, channel, ceiling != null);
        return String.valueOf(ceiling);
    }
}
