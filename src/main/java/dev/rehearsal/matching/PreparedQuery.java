package dev.rehearsal.matching;

import java.util.Objects;

/** An update query with what matching needs of it many times, derived once. */
record PreparedQuery(UpdateQuery query, String fallbackChannel, ClientVersion version, String buildId, String locale) {

    static PreparedQuery of(UpdateQuery query) {
        return new PreparedQuery(
                query,
                query.fallbackChannel(),
                ClientVersion.of(query.product(), query.version()),
                Objects.requireNonNullElse(query.buildId(), ""),
                Objects.requireNonNullElse(query.locale(), ""));
    }
}
