package dev.rehearsal.blob;

import dev.rehearsal.matching.BadQueryException;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.UnanswerableException;
import dev.rehearsal.matching.UpdateQuery;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A release's payload, compiled: one type per family of blob schemas. Immutable, without any JSON left in it.
 *
 * <p>An {@link XmlBlob} answers {@code /update}, a {@link GuardianBlob} answers {@code /json}; neither does the other.
 */
public sealed interface Blob permits XmlBlob, GuardianBlob {

    /** The name that the blob itself carries. */
    String name();

    /**
     * Whether this release is an update for who asks.
     *
     * @throws BadQueryException as Balrog's 400
     * @throws UnanswerableException where Balrog would fail with a 500
     */
    Offer offerTo(UpdateQuery query);

    /** About how many bytes of memory this takes, for a cache with a bound. */
    int weight();

    /** The URL of every file that a client may be sent to, as it stands in the blob, placeholders included. */
    Stream<String> fileUrls();

    /**
     * The files that clients of a channel get from this release itself, by who gets them. A superblob has none of its own, and
     * a notice brings none.
     */
    default Set<ClientFile> filesOn(String channel) {
        return Set.of();
    }

    /** Whether it has such a file for those whom it does not name. */
    default boolean hasByDefault(ClientFile wanted) {
        return false;
    }

    /** The URL of every file that clients of a channel may be sent to by this release itself, as they are told it. */
    default Stream<String> urlsOn(String channel) {
        return fileUrls();
    }

    /** Every other release that this one names: the children of a superblob, the sources of an application's partials. */
    default Set<ReleaseName> references() {
        return Set.of();
    }
}
