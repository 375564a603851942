package dev.rehearsal.startup;

import dev.rehearsal.dataset.DatasetException;
import dev.rehearsal.mirror.FollowingException;
import dev.rehearsal.problem.Problem;
import dev.rehearsal.serve.AllowListFileException;
import dev.rehearsal.serve.signature.SignatureKeyException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Failures of ours that carry the sentences themselves. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class SaidByItself implements FailureAnalyzer {

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case WrongStartException wrong -> {
                    return new StartFailure(wrong.sentences(), failure);
                }
                case DatasetException dataset -> {
                    List<String> problems =
                            dataset.problems().stream().map(Problem::toString).toList();
                    return new StartFailure(problems, failure);
                }
                case FollowingException following -> {
                    return new StartFailure(String.valueOf(following.getMessage()), failure);
                }
                case AllowListFileException file -> {
                    return new StartFailure(String.valueOf(file.getMessage()), failure);
                }
                case SignatureKeyException key -> {
                    return new StartFailure(String.valueOf(key.getMessage()), failure);
                }
                default -> {}
            }
        }
        return null;
    }
}
