package dev.rehearsal.ui.preview;

import dev.rehearsal.access.Role;
import dev.rehearsal.approval.Requirements;
import dev.rehearsal.ui.frame.Messages;
import java.util.Map;
import java.util.stream.Collectors;

/** Signoffs that are still to be given: {@code 2 by relman, 1 by qa}. */
public final class MissingSignoffs {

    private static final Messages MESSAGES = Messages.beside(MissingSignoffs.class);

    private MissingSignoffs() {}

    public static String said(Requirements missing) {
        return said(missing.perRole());
    }

    public static String said(Map<Role, Integer> missing) {
        return missing.entrySet().stream()
                .map(role -> MESSAGES.get("signoffs.of-role", role.getValue(), role.getKey()))
                .collect(Collectors.joining(", "));
    }
}
