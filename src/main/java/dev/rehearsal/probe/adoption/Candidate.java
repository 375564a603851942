package dev.rehearsal.probe.adoption;

/**
 * A test channel with rules made by hand for it alone.
 *
 * @param mapped whether it is computed already, so that these rules are shadowed; otherwise its name suggests a mapping
 * @param copies how many rules are made by hand
 * @param drifted how many of them copy a live rule, but not faithfully any more
 * @param alone how many of them copy no live rule
 */
public record Candidate(ChannelPair channels, boolean mapped, int copies, int drifted, int alone) {}
