package dev.rehearsal.blob;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a release that the name of a channel selects, when all else about the query is the same.
 *
 * @param fileUrls the key of the block of {@code fileUrls} that is used: the channel, the channel without a partner's
 *     suffix, or {@code *}; null where none is
 * @param updateLineGroups positions in {@code updateLine} of the groups that this channel admits
 */
public record ChannelSelection(@Nullable String fileUrls, List<Integer> updateLineGroups) {}
