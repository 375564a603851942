package dev.rehearsal.traffic;

import java.util.UUID;
import org.springframework.stereotype.Component;

/** What this node calls its samples: another name after each start, and nothing that tells where it runs. */
@Component
record NodeName(String name) {

    NodeName() {
        this(UUID.randomUUID().toString().substring(0, 8));
    }
}
