package dev.rehearsal.preview.ui;

import dev.rehearsal.access.Role;
import dev.rehearsal.shell.Messages;
import dev.rehearsal.signoff.Requirements;
import java.util.Map;
import java.util.stream.Collectors;

/** Signoffs that are still to be given: {@code 2 by relman, 1 by qa}. */
final class MissingSignoffs {

    private static final Messages MESSAGES = Messages.beside(MissingSignoffs.class);

    private MissingSignoffs() {}

    static String said(Requirements missing) {
        return said(missing.perRole());
    }

    static String said(Map<Role, Integer> missing) {
        return missing.entrySet().stream()
                .map(role -> MESSAGES.get("signoffs.of-role", role.getValue(), role.getKey()))
                .collect(Collectors.joining(", "));
    }
}
