package dev.rehearsal.ui.changeset;

import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.insight.review.Difference;
import dev.rehearsal.insight.review.Review;
import dev.rehearsal.ui.frame.JoinedText;
import dev.rehearsal.ui.frame.Messages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Says what would happen to whom, before somebody confirms it. */
public final class WhatHappens {

    private static final Messages MESSAGES = Messages.beside(WhatHappens.class);

    private WhatHappens() {}

    /** Returns text such as {@code 2 rules and 1 release for Heron on release}. */
    public static String rows(Review review) {
        Map<String, Integer> kinds = new LinkedHashMap<>();
        for (Difference difference : review.differences()) {
            kinds.merge(kind(difference.row()), 1, Integer::sum);
        }
        List<String> counted = new ArrayList<>();
        kinds.forEach((kind, count) -> counted.add(MESSAGES.get(kind, count)));
        String audience = review.audience().sentence();
        String rows = JoinedText.and(counted);
        return audience.isEmpty() ? rows : MESSAGES.get("rows.for", rows, audience);
    }

    /** The key of how many of its kind are named. */
    private static String kind(String row) {
        return switch (row.substring(0, row.indexOf(' '))) {
            case "rule" -> "rows.rule";
            case "release" -> "rows.release";
            case "pin" -> "rows.pin";
            case "emergency" -> "rows.shutoff";
            default -> "rows.setting";
        };
    }

    public static String enacting(Review review) {
        return MESSAGES.get("enact.goes", review.differences().size(), rows(review));
    }

    /** Empty if it goes alone. */
    public static String together(Review review) {
        List<ChangeSet> sets = review.goesWith();
        if (sets.size() < 2) {
            return "";
        }
        return MESSAGES.get("enact.together", titles(sets.subList(0, sets.size() - 1)));
    }

    /** Returns text such as {@code One”, “Other}, to stand between quotation marks. */
    public static String titles(List<ChangeSet> sets) {
        return sets.stream().map(ChangeSet::title).collect(Collectors.joining("”, “"));
    }

    public static String signedBy(Review review) {
        List<String> signers = review.signoffs().stream()
                .filter(Review.GivenSignoff::counts)
                .map(given -> MESSAGES.get(
                        "enact.signer", given.signoff().by(), given.signoff().role()))
                .toList();
        return signers.isEmpty()
                ? MESSAGES.get("enact.unsigned")
                : MESSAGES.get("enact.signed-by", JoinedText.and(signers));
    }

    /** Empty if nobody has signed. */
    public static String droppedSignoffs(Review review) {
        List<String> signers = review.signoffs().stream()
                .map(given -> given.signoff().by().name())
                .toList();
        return signers.isEmpty() ? "" : MESSAGES.get("dropped", JoinedText.and(signers));
    }
}
