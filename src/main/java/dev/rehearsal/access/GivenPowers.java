package dev.rehearsal.access;

import dev.rehearsal.access.store.GivenPowerStore;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;

/** Tells who was enabled by whom to give something to others. */
@Service
public class GivenPowers {

    private final GivenPowerStore store;

    GivenPowers(GivenPowerStore store) {
        this.store = store;
    }

    /** Returns what was given after this time, in no particular order, whether or not it has been taken again. */
    public List<GivenPower> givenAfter(Instant time) {
        return store.givenAfter(time);
    }
}
