package dev.rehearsal.matching.region;

import dev.rehearsal.matching.Criterion;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Says who the clients of boxes are, such as {@code Firefox on release, version < 140.0, not locale de}. */
final class Words {

    private static final int MOST_EXCEPTIONS = 6;
    private static final int MOST_VALUES = 8;

    private static final String CHANNEL = Criterion.CHANNEL.field().wireName() + " ";

    private final Space space;

    Words(Space space) {
        this.space = space;
    }

    /** @param taken boxes that are left out; only those that hold some of the others are told */
    String of(List<Box> boxes, List<Box> taken) {
        Box all = boxes.getFirst();
        String product = side(all, Criterion.PRODUCT);
        String channel = side(all, Criterion.CHANNEL);
        String systems =
                boxes.stream().map(box -> box.systems().words()).distinct().collect(Collectors.joining(" or "));
        List<String> parts = new ArrayList<>();
        parts.add((product.isEmpty() ? "clients of every product" : product)
                + (channel.isEmpty() ? " on every channel" : " on " + channel));
        parts.addAll(sides(all, full()));
        if (!systems.isEmpty()) {
            parts.add(systems);
        }
        parts.addAll(exceptions(boxes, taken));
        return String.join(", ", parts);
    }

    private List<String> exceptions(List<Box> boxes, List<Box> taken) {
        List<String> exceptions = taken.stream()
                .filter(box -> boxes.stream().anyMatch(box::overlaps))
                .map(box -> exception(box, boxes.getFirst()))
                .filter(said -> !said.isEmpty())
                .distinct()
                .collect(Collectors.toCollection(ArrayList::new));
        List<String> partners = exceptions.stream().filter(Words::isOnePartner).toList();
        boolean areMany = ChannelNames.areMany(partners.size());
        if (areMany) {
            exceptions.removeAll(partners);
        }
        List<String> told = exceptions.stream()
                .limit(MOST_EXCEPTIONS)
                .map(said -> "not " + said)
                .collect(Collectors.toCollection(ArrayList::new));
        if (exceptions.size() > MOST_EXCEPTIONS) {
            told.add("and not %d more kinds".formatted(exceptions.size() - MOST_EXCEPTIONS));
        }
        if (areMany) {
            told.add("not " + ChannelNames.partners(partners.size()));
        }
        return told;
    }

    private static boolean isOnePartner(String exception) {
        return exception.startsWith(CHANNEL) && Channels.isOfAPartner(exception.substring(CHANNEL.length()));
    }

    /** Tells only what the clients at hand do not have in common anyway. */
    private String exception(Box box, Box among) {
        List<String> said = new ArrayList<>();
        for (Criterion criterion : List.of(Criterion.PRODUCT, Criterion.CHANNEL)) {
            if (narrows(box, among, criterion)) {
                said.add(criterion.field().wireName() + " " + side(box, criterion));
            }
        }
        said.addAll(sides(box, among));
        String systems = box.systems().words();
        if (!systems.isEmpty() && !box.systems().equals(among.systems())) {
            said.add(systems);
        }
        return String.join(" with ", said);
    }

    private List<String> sides(Box box, Box among) {
        return Space.CRITERIA.stream()
                .filter(criterion -> criterion != Criterion.PRODUCT && criterion != Criterion.CHANNEL)
                .filter(criterion -> narrows(box, among, criterion))
                .map(criterion -> criterion.field().wireName() + " " + side(box, criterion))
                .toList();
    }

    private static boolean narrows(Box box, Box among, Criterion criterion) {
        int i = Space.CRITERIA.indexOf(criterion);
        BitSet outside = (BitSet) among.sides().get(i).clone();
        outside.andNot(box.sides().get(i));
        return !outside.isEmpty();
    }

    private Box full() {
        return new Box(space.axes().map(Axis::all).toList(), Systems.ALL);
    }

    /** Returns nothing for all. */
    private String side(Box box, Criterion criterion) {
        Axis axis = space.axis(criterion);
        BitSet side = box.sides().get(Space.CRITERIA.indexOf(criterion));
        return side.equals(axis.all()) && (criterion != Criterion.PRODUCT || axis.isOpen())
                ? ""
                : switch (criterion) {
                    case VERSION, BUILD_ID, MEMORY -> stretches(axis, side);
                    default -> values(axis, side, criterion == Criterion.CHANNEL);
                };
    }

    private static String stretches(Axis axis, BitSet side) {
        List<String> stretches = new ArrayList<>();
        for (int start = side.nextSetBit(0); start >= 0; ) {
            int end = side.nextClearBit(start);
            if (axis.kinds().get(end - 1).isAbsent()) {
                end = Math.max(start + 1, end - 1);
            }
            stretches.add(stretch(axis.kinds().get(start), axis.kinds().get(end - 1)));
            start = side.nextSetBit(end);
        }
        return String.join(" or ", stretches);
    }

    private static String stretch(Kind first, Kind last) {
        if (first.isAbsent()) {
            return first.from();
        }
        if (first.equals(last) && first.from().startsWith(">= ") && last.to().startsWith("<= ")) {
            return first.from().substring(3);
        }
        return Stream.of(first.from(), last.to())
                .filter(edge -> !edge.isEmpty())
                .collect(Collectors.joining(" and "));
    }

    private static String values(Axis axis, BitSet side, boolean areChannels) {
        boolean isRest = IntStream.range(0, axis.kinds().size())
                .filter(side::get)
                .anyMatch(i -> axis.kinds().get(i).unnamed());
        List<String> all = IntStream.range(0, axis.kinds().size())
                .filter(i -> side.get(i) != isRest)
                .mapToObj(axis.kinds()::get)
                .filter(kind -> !kind.unnamed())
                .map(Kind::from)
                .toList();
        ChannelNames told = areChannels
                ? ChannelNames.of(all, axis.kinds().stream().map(Kind::from).toList())
                : new ChannelNames(all, 0);
        String listed = told.names().stream().limit(MOST_VALUES).collect(Collectors.joining(isRest ? ", " : " or "));
        List<String> parts = new ArrayList<>(listed.isEmpty() ? List.of() : List.of(listed));
        if (told.names().size() > MOST_VALUES) {
            parts.add("%d more".formatted(told.names().size() - MOST_VALUES));
        }
        if (told.partners() > 0) {
            parts.add(ChannelNames.partners(told.partners()));
        }
        return (isRest ? "other than " : "") + String.join(" and ", parts);
    }
}
