package dev.rehearsal;

/** How much of a long run is done: all of it with {@code rehearsal.test.share} at 1, or by default a tenth. */
public final class Share {

    private static final double VALUE = Double.parseDouble(System.getProperty("rehearsal.test.share", "0.1"));

    private Share() {}

    public static double value() {
        return VALUE;
    }

    public static int of(int whole) {
        return (int) Math.max(1, Math.round(whole * VALUE));
    }

    public static boolean isWhole() {
        return VALUE >= 1;
    }
}
