package dev.rehearsal.nodes;

/** How much of a long run is done: all of it, or by default a tenth. */
final class Share {

    private static final double SHARE = Double.parseDouble(System.getProperty("rehearsal.test.share", "0.1"));

    private Share() {}

    static int of(int whole) {
        return (int) Math.max(1, Math.round(whole * SHARE));
    }

    static boolean isWhole() {
        return SHARE >= 1;
    }
}
