package dev.rehearsal.dataset;

import dev.rehearsal.problem.EpochMillis;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/**
 * The time when a change set of a dataset is due: at a time, or some while after the import, which keeps sample data
 * fresh.
 */
sealed interface DueTime {

    Instant at(Instant importedAt);

    record Fixed(Instant time) implements DueTime {
        @Override
        public Instant at(Instant importedAt) {
            return time;
        }
    }

    record AfterImport(Duration delay) implements DueTime {
        @Override
        public Instant at(Instant importedAt) {
            return importedAt.plus(delay);
        }
    }

    /** Reads milliseconds since 1970, or an ISO-8601 duration such as {@code +PT4H}. */
    static DueTime read(DatasetObject object, String field) {
        JsonNode value = object.json().path(field);
        if (value.isIntegralNumber() && value.canConvertToLong() && value.asLong() >= 0) {
            String refusal = EpochMillis.refusal(value.asLong());
            return new Fixed(
                    refusal == null
                            ? Instant.ofEpochMilli(value.asLong())
                            : object.wrong(field, "It " + refusal + ".", Instant.EPOCH));
        }
        if (value.isString()) {
            try {
                Duration delay = Duration.parse(value.asString());
                if (delay.abs().compareTo(Duration.ofDays(36_500)) <= 0) {
                    return new AfterImport(delay);
                }
            } catch (DateTimeException e) {
                // Said below, as for anything else that is no time.
            }
        }
        return object.wrong(
                field,
                "Must be a time in milliseconds since 1970, or a duration after the import such as \"+PT4H\" or"
                        + " \"+P1DT2H\".",
                new Fixed(Instant.EPOCH));
    }
}
