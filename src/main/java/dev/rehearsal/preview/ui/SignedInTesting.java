package dev.rehearsal.preview.ui;

import dev.rehearsal.access.SignedIn;
import dev.rehearsal.review.TestVerdicts;
import dev.rehearsal.review.UnderTest;
import dev.rehearsal.snapshot.CurrentState;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.Fingerprint;
import org.springframework.stereotype.Component;

/** Judges as whoever is signed in. */
@Component
class SignedInTesting implements Testing {

    private final UnderTest underTest;
    private final TestVerdicts verdicts;
    private final SignedIn signedIn;

    SignedInTesting(UnderTest underTest, TestVerdicts verdicts, SignedIn signedIn) {
        this.underTest = underTest;
        this.verdicts = verdicts;
        this.signedIn = signedIn;
    }

    @Override
    public UnderTest.Look look(CurrentState state, ChannelMapping mapping, String product, Fingerprint shown) {
        return underTest.of(state, mapping, product, shown, signedIn.actor());
    }

    @Override
    public void give(TestVerdicts.Word word) {
        verdicts.give(signedIn.actor(), word);
    }
}
