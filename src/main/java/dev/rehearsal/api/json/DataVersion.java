package dev.rehearsal.api.json;

import org.springframework.http.ResponseEntity;

/** Balrog's header that tells a client which version of an object it sees; clients ask for it with {@code HEAD}. */
public final class DataVersion {

    private static final String HEADER = "X-Data-Version";

    private DataVersion() {}

    public static ResponseEntity.BodyBuilder header(int dataVersion) {
        return ResponseEntity.ok().header(HEADER, Integer.toString(dataVersion));
    }
}
