package dev.rehearsal.ledger;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/**
 * Tells the pool which connections are of no more use. By itself it knows the states of other databases only, so that it
 * would go on handing out connections to a database that H2 has closed, as it does where a disk is full.
 */
public final class DeadConnections implements SQLExceptionOverride {

    @java.lang.Override
    public Override adjudicate(SQLException told) {
        return StorageFailure.isLost(told) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
    }
}
