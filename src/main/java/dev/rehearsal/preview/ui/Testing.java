package dev.rehearsal.preview.ui;

import dev.rehearsal.refusal.RefusedException;
import dev.rehearsal.review.TestVerdicts;
import dev.rehearsal.review.UnderTest;
import dev.rehearsal.snapshot.CurrentState;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.Fingerprint;

/** How whoever looks at a preview judges what it shows. */
interface Testing {

    /** @param shown what the test channel shows of the product */
    UnderTest.Look look(CurrentState state, ChannelMapping mapping, String product, Fingerprint shown);

    /** @throws RefusedException if the test channel serves something else by now */
    void give(TestVerdicts.Word word);
}
