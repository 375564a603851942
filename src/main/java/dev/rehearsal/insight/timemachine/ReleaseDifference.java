package dev.rehearsal.insight.timemachine;

import dev.rehearsal.history.JournalEntry;
import dev.rehearsal.matching.ReleaseName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One release at two times.
 *
 * @param parts the paths of those that differ, such as {@code .platforms.WINNT_x86_64-msvc.locales.de}; null where a
 *     content is not kept any more, so that nobody can tell
 */
public record ReleaseDifference(
        ReleaseName name, JournalEntry.Kind kind, @Nullable List<String> parts) {}
