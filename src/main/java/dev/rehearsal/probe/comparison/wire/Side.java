package dev.rehearsal.probe.comparison.wire;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** One of the two servers: how it may be asked, and whether it is still there. */
public final class Side {

    /** So many requests in a row, each tried until the tries were over, mean that the server is away. */
    private static final int AWAY = 3;

    /**
     * The manners in which a server is asked.
     *
     * @param timeout for a connection, and for each answer
     * @param retries how often a request is tried again that got no answer
     * @param firstWait before the first of these; twice as long before each other one
     */
    public record Manners(Duration timeout, int retries, Duration firstWait) {}

    private final String name;
    private final Address address;
    private final Manners manners;
    private final Pace pace;
    private final Time time;
    private final AtomicInteger unansweredInARow = new AtomicInteger();

    /** @param name {@code left} or {@code right} */
    public Side(String name, Address address, Manners manners, Pace pace, Time time) {
        this.name = name;
        this.address = address;
        this.manners = manners;
        this.pace = pace;
        this.time = time;
    }

    public Conversation converse() {
        return new Conversation(this);
    }

    Address address() {
        return address;
    }

    Manners manners() {
        return manners;
    }

    Pace pace() {
        return pace;
    }

    void waitBefore(int retry) throws InterruptedException {
        time.sleep(manners.firstWait().toNanos() << Math.min(retry, 16));
    }

    void answered() {
        unansweredInARow.set(0);
    }

    /** @param why as in "it closed the connection" */
    void didNotAnswer(String why) {
        if (unansweredInARow.incrementAndGet() >= AWAY) {
            throw new SideAwayException("The " + name + " side, " + address + ", is away: " + why + ". " + AWAY
                    + " requests in a row, tried " + (manners.retries() + 1) + " times each, got no answer.");
        }
    }
}
