package dev.rehearsal.access;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Warns at each start that the configuration holds what opens everything. */
@Component
class BootstrapWarning {

    private static final Logger LOG = LoggerFactory.getLogger(BootstrapWarning.class);

    private final BootstrapToken token;

    BootstrapWarning(BootstrapToken token) {
        this.token = token;
    }

    @EventListener(ApplicationReadyEvent.class)
    void warn() {
        if (token.isSet()) {
            LOG.warn("The bootstrap token is set: whoever has it can do everything. Take"
                    + " rehearsal.bootstrap-token out once an administrator can sign in.");
        }
    }
}
