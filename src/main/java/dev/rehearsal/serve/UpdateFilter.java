package dev.rehearsal.serve;

import dev.rehearsal.serve.Answer.MediaType;
import dev.rehearsal.serve.UpdateRequest.Evaluate;
import dev.rehearsal.serve.UpdateRequest.Format;
import dev.rehearsal.serve.UpdateRequest.MethodNotAllowed;
import dev.rehearsal.serve.UpdateRequest.Options;
import dev.rehearsal.serve.UpdateRequest.Redirect;
import dev.rehearsal.serve.UpdateRequest.Refused;
import dev.rehearsal.serve.UpdateRequest.Unrouted;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Answers the URLs that clients poll, before anything else sees them; all others pass.
 *
 * <p>The URL is read as it was sent, since containers and frameworks decode and normalise otherwise than Balrog does.
 */
final class UpdateFilter implements Filter {

    private static final Answer NOT_READY =
            Answer.of(503, MediaType.TEXT, "This node has not loaded its rules yet; ask again in a moment.");

    private final SnapshotHolder snapshots;
    private final UpdateAnswers answers;
    private final OperationsPages operations;
    private final FaultLog faults = new FaultLog();

    UpdateFilter(SnapshotHolder snapshots, UpdateAnswers answers, OperationsPages operations) {
        this.snapshots = snapshots;
        this.answers = answers;
        this.operations = operations;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!answered((HttpServletRequest) request, (HttpServletResponse) response)) {
            chain.doFilter(request, response);
        }
    }

    /** Whether the URL is one of ours and is answered. */
    boolean answered(HttpServletRequest request, HttpServletResponse response) throws IOException {
        UrlPath path = UrlPath.of(request.getRequestURI());
        if (isPolled(path)) {
            answer(path, request, response);
            return true;
        }
        return operations.answered(request.getMethod(), path.text(), response);
    }

    private static boolean isPolled(UrlPath path) {
        return path.startsWith("/update")
                || path.startsWith("/json/")
                || path.text().equals("/json");
    }

    private void answer(UrlPath path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (QueryParser.parse(
                request.getMethod(), path, request.getQueryString(), request.getHeader("User-Agent"))) {
            case Evaluate evaluate -> evaluate(evaluate, request, response);
            case Unrouted unrouted ->
                AnswerWriter.write(
                        unrouted.format() == Format.XML ? Answer.nothing(Format.XML) : UnknownUrl.ANSWER, response);
            case Options _ -> AllowedMethods.tell(response);
            case MethodNotAllowed _ -> AllowedMethods.refuse(response);
            case Refused refused ->
                AnswerWriter.write(
                        Answer.of(400, MediaType.PROBLEM, JsonText.problem(400, null, refused.detail())), response);
            case Redirect redirect -> {
                response.setHeader("Location", redirect.location());
                AnswerWriter.write(Answer.of(308, MediaType.HTML, ""), response);
            }
        }
    }

    private void evaluate(Evaluate evaluate, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Snapshot snapshot = snapshots.current();
        if (snapshot == null) {
            AnswerWriter.write(NOT_READY, "no-cache", response);
            return;
        }
        Answer answer;
        try {
            answer = answers.answer(snapshot, evaluate);
        } catch (RuntimeException | StackOverflowError fault) {
            faults.tell(fault, request.getRequestURI());
            answer = Answer.nothing(evaluate.format());
        }
        AnswerWriter.write(answer, response);
    }
}
