package dev.rehearsal.probe.comparison.wire;

import dev.rehearsal.probe.comparison.Force;
import dev.rehearsal.probe.comparison.Reply;
import dev.rehearsal.probe.comparison.Request;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Asks one server over one connection, which is opened again when it breaks. To ask and to take the answer are two steps, so
 * that the other server can be asked in between. For one thread.
 */
public final class Conversation implements AutoCloseable {

    private static final String USER_AGENT = "Rehearsal-compare/1";

    /** What a proxy answers, or a server that is too busy: asked again, it may answer. */
    private static final Set<Integer> LATER = Set.of(429, 502, 503, 504);

    private final Side side;
    private @Nullable Connection connection;
    private @Nullable IOException failure;
    private String target = "";
    private String userAgent = USER_AGENT;

    Conversation(Side side) {
        this.side = side;
    }

    public void ask(Request request, Force force) throws InterruptedException {
        target = request.forced(force);
        userAgent = request.powerPc() ? USER_AGENT + " (PPC)" : USER_AGENT;
        send();
    }

    private void send() throws InterruptedException {
        side.pace().await();
        failure = null;
        try {
            if (connection == null) {
                connection = Connection.open(side.address(), side.manners().timeout());
            }
            connection.send(target, userAgent);
        } catch (IOException broken) {
            failure = broken;
        }
    }

    /**
     * Takes the answer, asking again as long as there is none.
     *
     * @return without a status where the tries are over, and then it says why: what a proxy says is no answer either
     * @throws SideAwayException where that was so for the requests before as well
     */
    public Reply answer() throws InterruptedException {
        boolean kept = connection != null && connection.wasUsed();
        @Nullable Reply reply = receive();
        if (reply == null && kept && !isTimeout()) {
            send();
            reply = receive();
        }
        for (int retry = 0; retry < side.manners().retries() && isForLater(reply); retry++) {
            side.waitBefore(retry);
            send();
            reply = receive();
        }
        if (reply != null && !LATER.contains(reply.status())) {
            side.answered();
            return reply;
        }
        String why = reply == null ? why() : "it answers " + reply.status();
        side.didNotAnswer(why);
        return Reply.none(why);
    }

    private static boolean isForLater(@Nullable Reply reply) {
        return reply == null || LATER.contains(reply.status());
    }

    private @Nullable Reply receive() {
        try {
            if (failure == null && connection != null) {
                Reply reply = connection.receive();
                if (connection.isOver()) {
                    close();
                }
                return reply;
            }
        } catch (IOException broken) {
            failure = broken;
        }
        close();
        return null;
    }

    private boolean isTimeout() {
        return failure instanceof SocketTimeoutException;
    }

    private String why() {
        return switch (failure) {
            case SocketTimeoutException _ ->
                "it did not answer within " + side.manners().timeout().toMillis() + " ms";
            case UnknownHostException _ -> "there is no host of this name";
            case ConnectException _ -> "it takes no connections";
            case SSLException tls -> "TLS failed: " + tls.getMessage();
            case null -> "it did not answer";
            default -> failure.getMessage() == null ? "the connection broke" : failure.getMessage();
        };
    }

    @Override
    public void close() {
        if (connection != null) {
            try {
                connection.close();
            } catch (IOException _) {
                // It is not used any more either way.
            }
            connection = null;
        }
    }
}
