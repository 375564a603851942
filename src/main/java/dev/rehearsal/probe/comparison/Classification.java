package dev.rehearsal.probe.comparison;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Compares the answers of two servers to one request.
 *
 * @param rules whether {@code Rule-ID} and {@code Rule-Data-Version} are compared
 * @param fileUrls whether URLs of files are: two channels have their own
 */
public record Classification(boolean rules, boolean fileUrls) {

    private static final int LONGEST_LINE = 400;
    private static final Pattern FILE_URL = Pattern.compile("(\\bURL=\"|\"url\"\\s*:\\s*\")[^\"]*\"");

    public Verdict of(Request request, Force force, Reply left, Reply right) {
        Set<Kind> kinds = kinds(left, right);
        if (kinds.isEmpty()) {
            return new Verdict.Same(!left.hasBodyOf(right));
        }
        Difference difference = new Difference(force, kinds, summary(left, right), summary(right, left));
        Optional<Reason> reason = Reason.of(request, left, right);
        return reason.isPresent() ? new Verdict.Ignored(reason.get(), difference) : new Verdict.Different(difference);
    }

    private Set<Kind> kinds(Reply left, Reply right) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        if (left.status() != right.status() || !left.isThere()) {
            kinds.add(Kind.STATUS);
        }
        if (rules && !left.hasRuleOf(right)) {
            kinds.add(Kind.RULE);
        } else if (rules && !left.hasRuleVersionOf(right)) {
            kinds.add(Kind.RULE_VERSION);
        }
        if (!left.mediaType().equals(right.mediaType())) {
            kinds.add(Kind.MEDIA_TYPE);
        }
        if (left.status() == right.status()
                && !left.hasBodyOf(right)
                && !compared(left).equals(compared(right))) {
            kinds.add(Offer.of(left).equals(Offer.of(right)) ? Kind.BYTES : Kind.RELEASE);
        }
        return kinds;
    }

    private String compared(Reply reply) {
        return fileUrls ? exact(reply) : FILE_URL.matcher(exact(reply)).replaceAll("$1-\"");
    }

    /** One character for each byte, so that what is no UTF-8 is compared as well. */
    private static String exact(Reply reply) {
        return new String(reply.body(), StandardCharsets.ISO_8859_1);
    }

    private static ReplySummary summary(Reply reply, Reply other) {
        return new ReplySummary(
                reply.status(),
                reply.rule() == null ? ReplySummary.NONE : reply.rule(),
                reply.ruleVersion() == null ? ReplySummary.NONE : reply.ruleVersion(),
                Offer.of(reply).told(),
                firstOwnLine(reply, other));
    }

    private static String firstOwnLine(Reply reply, Reply other) {
        List<String> lines = reply.text().lines().toList();
        List<String> others = other.text().lines().toList();
        for (int at = 0; at < lines.size(); at++) {
            if (at >= others.size() || !lines.get(at).equals(others.get(at))) {
                String line = lines.get(at).strip();
                return line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + "…" : line;
            }
        }
        return "";
    }
}
