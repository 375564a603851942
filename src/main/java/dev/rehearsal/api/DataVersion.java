package dev.rehearsal.api;

import org.springframework.http.ResponseEntity;

/** Balrog's header that tells a client which version of an object it sees; clients ask for it with {@code HEAD}. */
final class DataVersion {

    private static final String HEADER = "X-Data-Version";

    private DataVersion() {}

    static ResponseEntity.BodyBuilder header(int dataVersion) {
        return ResponseEntity.ok().header(HEADER, Integer.toString(dataVersion));
    }
}
