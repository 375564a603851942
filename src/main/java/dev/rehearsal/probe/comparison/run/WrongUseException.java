package dev.rehearsal.probe.comparison.run;

/** Says in a sentence what is wrong with how a comparison was asked for. */
final class WrongUseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WrongUseException(String sentence) {
        super(sentence);
    }
}
