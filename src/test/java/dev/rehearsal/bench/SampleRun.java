package dev.rehearsal.bench;

import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;

/** What sampling costs the update path: one of two servers samples requests, the other does not. */
public final class SampleRun {

    private static final int RULES = 10_000;
    private static final int RELEASES = 30;

    /** More than any machine asks in a turn. */
    private static final int NEW_URLS = 200_000;

    private SampleRun() {}

    public static void main(String[] arguments) throws Exception {
        try (ConfigurableApplicationContext plain = TwoServers.start("plain", "--rehearsal.traffic.sample=false");
                ConfigurableApplicationContext sampling = TwoServers.start("sampling")) {
            List<String> urls = new LoadedTables(plain).fill(RULES, RELEASES);
            new LoadedTables(sampling).fill(RULES, RELEASES);
            TwoServers servers = new TwoServers(plain, sampling);
            servers.compare("sampled against not, asked again", () -> urls);
            NewUrls unasked = new NewUrls(urls);
            servers.compare("sampled against not, all new", () -> unasked.take(NEW_URLS));
        }
    }
}
