package dev.rehearsal.change;

import dev.rehearsal.access.PermissionName;
import dev.rehearsal.access.Role;
import dev.rehearsal.approval.GuardRail;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Guard rails: what a change of a live channel must not do to clients. */
public final class GuardRailKind extends NumberedKind<GuardRail> {

    private static final String CANNOT_SAY = "cannot_say";
    private static final String NO_LIMIT = "no limit";

    GuardRailKind() {
        super(
                "guard_rail",
                PermissionName.GATE,
                GuardRail.class,
                GuardRail::product,
                List.of(
                        Column.of("product", GuardRail::product, EVERY_PRODUCT),
                        Column.of("live_channel", GuardRail::liveChannel),
                        Column.of("kind", rail -> rail.kind().wireName()),
                        Column.of("percent", GuardRail::percent, NO_LIMIT),
                        Column.of("mode", rail -> rail.mode().wireName()),
                        Column.of(CANNOT_SAY, rail -> cannotSay(rail.cannotSayBlocks())),
                        Column.of("passed_by", rail -> rail.passedBy().name())));
    }

    /** Returns the word for what comes of it where it cannot be said. */
    public static String cannotSay(boolean blocks) {
        return (blocks ? GuardRail.Mode.BLOCK : GuardRail.Mode.WARN).wireName();
    }

    /** @throws IllegalArgumentException for any word but warn and block */
    public static boolean doesCannotSayBlock(String word) {
        GuardRail.Mode mode = GuardRail.Mode.named(word);
        if (mode == GuardRail.Mode.DRY_RUN) {
            throw new IllegalArgumentException("must be warn or block");
        }
        return mode == GuardRail.Mode.BLOCK;
    }

    @Override
    String nameOfNew(GuardRail rail) {
        return productOf(rail) + " " + rail.liveChannel();
    }

    @Override
    public String name(GuardRail rail) {
        return "guard rail of %s on %s, that %s".formatted(productOf(rail), rail.liveChannel(), rail.sentence());
    }

    private static String productOf(GuardRail rail) {
        return rail.product() == null ? EVERY_PRODUCT : rail.product();
    }

    @Override
    Stake stake(GuardRail rail) {
        return new Stake.OfChannels(rail.product(), List.of(rail.liveChannel()));
    }

    @Override
    public GuardRail read(RowFields fields) {
        return new GuardRail(
                0,
                fields.optionalText("product"),
                fields.text("live_channel"),
                fields.parsed(
                        "kind",
                        GuardRail.Kind::named,
                        "must be one of " + GuardRail.Kind.words(),
                        GuardRail.Kind.NO_LOST_UPDATES),
                percent(fields),
                fields.parsed("mode", GuardRail.Mode::named, "must be dry_run, warn or block", GuardRail.Mode.WARN),
                fields.parsed(CANNOT_SAY, GuardRailKind::doesCannotSayBlock, "must be warn or block", false),
                new Role(fields.text("passed_by")),
                0);
    }

    private static @Nullable Integer percent(RowFields fields) {
        JsonNode sent = fields.sent("percent");
        return sent == null || sent.isNull() ? null : (Integer) fields.integer("percent");
    }
}
