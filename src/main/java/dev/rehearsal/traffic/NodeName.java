package dev.rehearsal.traffic;

import java.util.UUID;
import org.springframework.stereotype.Component;

/** The name that this node gives its samples: another name after each start, and nothing that tells where it runs. */
@Component
record NodeName(String name) {

    NodeName() {
        this(UUID.randomUUID().toString().substring(0, 8));
    }
}
