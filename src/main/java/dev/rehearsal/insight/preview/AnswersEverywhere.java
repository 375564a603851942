package dev.rehearsal.insight.preview;

import dev.rehearsal.insight.preview.SideBySide.Answered;
import dev.rehearsal.matching.UpdateQuery;
import dev.rehearsal.staging.ChannelMapping;
import java.util.List;

/**
 * One question, answered by a live channel and by every channel that shows what is queued for it.
 *
 * @param asked as the client sent it
 * @param staged the test channels by name; a live channel that none shows stands for itself, with all that is queued
 */
public record AnswersEverywhere(UpdateQuery asked, Answered live, List<Staged> staged) {

    public record Staged(ChannelMapping mapping, SideBySide sides) {

        public Answered answered() {
            return sides.staged();
        }
    }
}
