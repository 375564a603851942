package dev.rehearsal.change.ui;

import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.review.Difference;
import dev.rehearsal.review.Review;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What would happen to whom, as it is said before somebody confirms it. */
final class WhatHappens {

    private WhatHappens() {}

    /** Such as {@code 2 rules and 1 release for Heron on release}. */
    static String rows(Review review) {
        Map<String, Integer> kinds = new LinkedHashMap<>();
        for (Difference difference : review.differences()) {
            kinds.merge(kind(difference.row()), 1, Integer::sum);
        }
        List<String> counted = new ArrayList<>();
        kinds.forEach((kind, count) -> counted.add(count + " " + (count == 1 ? kind : plural(kind))));
        String audience = review.audience().sentence();
        return joined(counted) + (audience.isEmpty() ? "" : " for " + audience);
    }

    private static String kind(String row) {
        return switch (row.substring(0, row.indexOf(' '))) {
            case "rule" -> "rule";
            case "release" -> "release";
            case "pin" -> "pin";
            case "emergency" -> "shutoff";
            default -> "setting";
        };
    }

    private static String plural(String kind) {
        return kind + "s";
    }

    static String enacting(Review review) {
        String verb = review.differences().size() == 1 ? "goes" : "go";
        return "%s %s live now, for clients.".formatted(capital(rows(review)), verb);
    }

    /** Empty if it goes alone. */
    static String together(Review review) {
        List<ChangeSet> sets = review.goesWith();
        if (sets.size() < 2) {
            return "";
        }
        return "With it go, since only that end state was tested: “%s”."
                .formatted(sets.subList(0, sets.size() - 1).stream()
                        .map(ChangeSet::title)
                        .collect(Collectors.joining("”, “")));
    }

    static String signedBy(Review review) {
        List<String> signers = review.signoffs().stream()
                .filter(Review.GivenSignoff::counts)
                .map(given -> "%s (%s)"
                        .formatted(given.signoff().by(), given.signoff().role()))
                .toList();
        return signers.isEmpty() ? "No signoff was needed." : "Signed by " + joined(signers) + ".";
    }

    /** Empty if nobody has signed. */
    static String droppedSignoffs(Review review) {
        List<String> signers = review.signoffs().stream()
                .map(given -> given.signoff().by().name())
                .toList();
        return signers.isEmpty()
                ? ""
                : "The signoffs of %s are dropped: they signed something else.".formatted(joined(signers));
    }

    static String joined(List<String> parts) {
        if (parts.size() < 2) {
            return String.join("", parts);
        }
        return String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + parts.getLast();
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
