package dev.rehearsal.ui.frame;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import dev.rehearsal.problem.RefusedException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells which of two is meant where a clock on the wall shows a time twice, as in the night in which clocks are put back.
 * Stands beside a field for such a time, and is seen only then.
 */
public final class WallTime extends RadioButtonGroup<ZoneOffset> {

    private static final Messages MESSAGES = Messages.beside(WallTime.class);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");

    private List<ZoneOffset> offsets = List.of();

    public WallTime() {
        addClassName("which-hour");
        setVisible(false);
    }

    /** Shows the choice, if there is one: the first of both, unless the other was chosen already. */
    public void offer(@Nullable LocalDateTime wall, ZoneId zone) {
        List<ZoneOffset> possible = wall == null ? List.of() : zone.getRules().getValidOffsets(wall);
        if (!possible.equals(offsets)) {
            ZoneOffset before = getValue();
            offsets = possible;
            setItems(possible);
            if (!possible.isEmpty()) {
                setValue(before != null && possible.contains(before) ? before : possible.getFirst());
            }
        }
        boolean twice = possible.size() > 1 && wall != null;
        setVisible(twice);
        if (twice) {
            String hour = HOUR.format(wall);
            setLabel(MESSAGES.get("twice", hour));
            setItemLabelGenerator(offset ->
                    MESSAGES.get(offset.equals(possible.getFirst()) ? "twice.first" : "twice.second", hour, offset));
        }
    }

    /** Shows a time that is known, so that the right one of both is chosen. */
    public void show(Instant time, LocalDateTime wall, ZoneId zone) {
        offer(wall, zone);
        ZoneOffset offset = zone.getRules().getOffset(time);
        if (offsets.contains(offset)) {
            setValue(offset);
        }
    }

    /** @throws RefusedException for a time that is left out, in the night in which clocks are put forward */
    public Instant instant(LocalDateTime wall, ZoneId zone) {
        offer(wall, zone);
        if (offsets.isEmpty()) {
            throw RefusedException.invalid("", MESSAGES.get("twice.none", HOUR.format(wall)));
        }
        ZoneOffset chosen = getValue();
        return wall.toInstant(chosen == null ? offsets.getFirst() : chosen);
    }
}
