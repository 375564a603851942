package dev.rehearsal.insight.review;

import dev.rehearsal.access.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An action that would make sense with a set as it is.
 *
 * @param whyNot why this person cannot do it now, as said to them; null if they can
 */
public record AvailableAction(
        ChangeSetAction action, @Nullable String whyNot) {

    public boolean isOpen() {
        return whyNot == null;
    }

    /**
     * The signed-in user can sign a set as these roles, or cannot.
     *
     * @param roles that they hold and the set still needs, by name; empty if they cannot sign
     * @param whyNot why they cannot, as said to them; null if they can
     */
    public record ToSign(List<Role> roles, @Nullable String whyNot) {

        static ToSign not(String why) {
            return new ToSign(List.of(), why);
        }
    }
}
