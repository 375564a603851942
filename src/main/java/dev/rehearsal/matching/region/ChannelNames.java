package dev.rehearsal.matching.region;

import java.util.ArrayList;
import java.util.List;

/**
 * Names of channels as they are told: those of partners are summed up where there are many, and left out where a channel that
 * is named holds them all.
 *
 * @param names told one by one
 * @param partners how many partner channels there are beside these
 */
record ChannelNames(List<String> names, int partners) {

    private static final int MOST_PARTNERS = 3;

    /**
     * @param told the kinds of channels at hand
     * @param all every kind of channel that rules tell apart
     */
    static ChannelNames of(List<String> told, List<String> all) {
        List<String> names = new ArrayList<>(told);
        names.removeIf(name -> isHeldByItsChannel(name, told, all));
        List<String> partners = names.stream().filter(Channels::isOfAPartner).toList();
        if (partners.size() <= MOST_PARTNERS) {
            return new ChannelNames(names, 0);
        }
        names.removeAll(partners);
        return new ChannelNames(names, partners.size());
    }

    /** Whoever matches a channel matches its partners' channels, too. */
    private static boolean isHeldByItsChannel(String name, List<String> told, List<String> all) {
        return told.stream()
                .filter(channel -> Channels.isOfAPartnerOf(channel, name))
                .anyMatch(channel -> all.stream()
                        .filter(other -> Channels.isOfAPartnerOf(channel, other))
                        .allMatch(told::contains));
    }

    /** Says in words how many partner channels there are. */
    static String partners(int count) {
        return count + " partner channels";
    }

    static boolean areMany(int partners) {
        return partners > MOST_PARTNERS;
    }
}
