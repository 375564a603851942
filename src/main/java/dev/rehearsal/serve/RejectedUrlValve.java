package dev.rehearsal.serve;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Answers update URLs that Tomcat would refuse, such as those with a broken escape: clients get what Balrog gives them.
 * Tomcat marks such a request as failed before any filter runs, but still hands it to its engine.
 */
final class RejectedUrlValve extends ValveBase {

    private final UpdateFilter updates;

    RejectedUrlValve(UpdateFilter updates) {
        super(true);
        this.updates = updates;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (response.isError() && answered(request, response)) {
            return;
        }
        getNext().invoke(request, response);
    }

    private boolean answered(Request request, Response response) throws IOException {
        if (request.getRequestURI() == null) {
            // Not even the request line could be read.
            return false;
        }
        int refusal = response.getStatus();
        response.setSuspended(false);
        boolean answered = updates.answered(request, response);
        if (!answered) {
            response.setStatus(refusal);
            response.setSuspended(true);
        }
        return answered;
    }
}
