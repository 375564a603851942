package dev.rehearsal.startup;

import dev.rehearsal.matching.UpdateQuery;
import dev.rehearsal.staging.ProductChannel;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A channel of the demo, with who asks there.
 *
 * @param urlVersion of the form of their URLs
 * @param daily how many requests come a day
 * @param kept how many of these a sample keeps
 * @param languages that its releases are in, or nearly all of those who ask
 */
record DemoChannel(
        int urlVersion,
        String product,
        String channel,
        long daily,
        int kept,
        List<Installed> installed,
        List<DemoClient.Language> languages) {

    /**
     * A version that clients have.
     *
     * @param before how many of a thousand have it three weeks ago
     * @param now how many have it by now
     */
    record Installed(
            String version,
            String buildId,
            String partner,
            List<DemoClient.Machine> machines,
            double before,
            double now) {

        static Installed of(String version, String buildId, double before, double now) {
            return new Installed(version, buildId, "", DemoClient.USUAL, before, now);
        }

        Installed of(String otherPartner) {
            return new Installed(version, buildId, "-cck-" + otherPartner, machines, before, now);
        }

        Installed on(List<DemoClient.Machine> others) {
            return new Installed(version, buildId, partner, others, before, now);
        }

        double weight(double passed) {
            return before + (now - before) * passed;
        }
    }

    private static final List<Installed> HERON = List.of(
            Installed.of("149.0.2", "20261105142210", 4, 706),
            Installed.of("149.0.1", "20261028101530", 420, 48),
            Installed.of("149.0", "20261019180412", 282, 37),
            Installed.of("148.0.1", "20261008093348", 108, 61),
            Installed.of("148.0", "20260914114405", 40, 32),
            Installed.of("147.0.3", "20260817090127", 26, 21),
            Installed.of("140.0.4", "20260303170511", 22, 20),
            Installed.of("128.0", "20250317211930", 17, 15),
            Installed.of("115.0.3", "20240409104427", 31, 29).on(DemoClient.OLD),
            Installed.of("102.0.1", "20220705093820", 8, 7).on(DemoClient.OLD),
            Installed.of("72.0.2", "20201124160931", 5, 5).on(DemoClient.OLD),
            Installed.of("47.0.2", "20181101120815", 3, 3).on(DemoClient.OLD),
            Installed.of("148.0.1", "20261008093348", 6, 6).of("ferrynet"),
            Installed.of("149.0.2", "20261105142210", 0, 8).of("lumenet"),
            Installed.of("148.0.1", "20261008093348", 9, 3).of("lumenet"),
            Installed.of("140.9.0", "20261020211406", 4, 4).of("harborbank"));

    private static final List<Installed> HERON_BETA = List.of(
            Installed.of("150.0", "20261113180722", 0, 742),
            Installed.of("150.0", "20261110175503", 180, 98),
            Installed.of("150.0", "20261103170211", 690, 61),
            Installed.of("149.0", "20261012164409", 88, 60),
            Installed.of("128.0", "20250314101011", 20, 18),
            Installed.of("115.0", "20240401080000", 22, 21).on(DemoClient.OLD));

    private static final List<Installed> HERON_ESR = List.of(
            Installed.of("140.9.0", "20261020211406", 6, 690),
            Installed.of("140.8.0", "20260922193012", 806, 144),
            Installed.of("140.4.0", "20260602101801", 62, 47),
            Installed.of("128.14.0", "20260410102233", 81, 78),
            Installed.of("115.30.0", "20260901120000", 45, 41).on(DemoClient.OLD));

    private static final List<Installed> NIGHTLY = List.of(
            Installed.of("151.0a1", "20261123094512", 0, 610),
            Installed.of("151.0a1", "20261122214408", 20, 250),
            Installed.of("151.0a1", "20261101093010", 930, 100),
            Installed.of("150.0a1", "20261001214802", 50, 40));

    private static final List<Installed> PETREL = List.of(
            Installed.of("149.0.1", "20261109163340", 10, 231),
            Installed.of("148.0", "20260928120518", 770, 562),
            Installed.of("140.3.0", "20260512090000", 140, 130),
            Installed.of("115.6.0", "20240801101010", 80, 77).on(DemoClient.OLD));

    private static final List<Installed> PETREL_BETA = List.of(
            Installed.of("150.0", "20261116190204", 0, 640), Installed.of("150.0", "20261106174951", 1_000, 360));

    /** In the order in which they ask most. */
    static final List<DemoChannel> ALL = List.of(
            new DemoChannel(6, "Heron", "release", 2_412_000, 600, HERON, DemoClient.SPOKEN),
            new DemoChannel(3, "HeronMedia", "release", 2_180_000, 150, HERON, DemoClient.SPOKEN),
            new DemoChannel(6, "HeronAddons", "release", 1_960_000, 150, HERON, DemoClient.SPOKEN),
            new DemoChannel(6, "Heron", "esr", 318_000, 300, HERON_ESR, DemoClient.OF_BETA),
            new DemoChannel(6, "HeronAddons", "esr", 290_000, 100, HERON_ESR, DemoClient.OF_BETA),
            new DemoChannel(6, "Heron", "beta", 121_000, 300, HERON_BETA, DemoClient.OF_BETA),
            new DemoChannel(6, "Petrel", "release", 64_000, 200, PETREL, DemoClient.OF_PETREL),
            new DemoChannel(6, "Heron", "nightly", 33_000, 200, NIGHTLY, DemoClient.OF_ALL),
            new DemoChannel(6, "Petrel", "beta", 2_100, 100, PETREL_BETA, DemoClient.OF_PETREL));

    ProductChannel where() {
        return new ProductChannel(product, channel);
    }

    /** @param passed how much of the three weeks is over, from 0 to 1 */
    UpdateQuery ask(double passed, RandomGenerator random) {
        Installed client = DemoClient.one(installed, one -> one.weight(passed), random);
        return DemoClient.ask(
                urlVersion,
                product,
                client.version(),
                client.buildId(),
                channel + client.partner(),
                client.machines(),
                languages,
                random);
    }
}
