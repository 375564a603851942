package dev.rehearsal.channel;

import dev.rehearsal.staging.Scope;
import org.jspecify.annotations.Nullable;

/** What a channel mapping shall say. */
public record MappingProposal(@Nullable String product, String liveChannel, String testChannel, Scope scope) {}
