package dev.rehearsal.serve;

import dev.rehearsal.serve.Answer.MediaType;
import dev.rehearsal.serve.UpdateMeter.Outcome;
import dev.rehearsal.serve.UpdateRequest.Evaluate;
import dev.rehearsal.serve.UpdateRequest.Format;
import dev.rehearsal.serve.UpdateRequest.MethodNotAllowed;
import dev.rehearsal.serve.UpdateRequest.Options;
import dev.rehearsal.serve.UpdateRequest.Redirect;
import dev.rehearsal.serve.UpdateRequest.Refused;
import dev.rehearsal.serve.UpdateRequest.Unrouted;
import dev.rehearsal.serve.signature.ContentSignatures;
import dev.rehearsal.serve.signature.SigningException;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Answers the URLs that clients poll, before anything else sees them; all others pass.
 *
 * <p>The URL is read as it was sent, since containers and frameworks decode and normalise otherwise than Balrog does.
 */
final class UpdateFilter implements Filter {

    private static final WireAnswer NOT_READY = WireAnswer.of(
            Answer.of(503, MediaType.TEXT, "This node has not loaded its rules yet; ask again in a moment."),
            "no-cache");

    /** Not an empty update: whoever sends clients here by mistake must notice. */
    private static final WireAnswer NOT_HERE = WireAnswer.of(
            Answer.of(404, MediaType.TEXT, "This node is for administration only: another one answers update URLs."),
            "no-cache");

    /** As Balrog, where its signing server does not answer. */
    private static final WireAnswer UNSIGNED = WireAnswer.of(
            Answer.of(
                    500,
                    MediaType.PROBLEM,
                    JsonText.problem(500, null, "The answer cannot be signed for now; ask again later.")),
            "no-cache");

    private static final WireAnswer NO_UPDATES = WireAnswer.of(Answer.nothing(Format.XML));

    private final SnapshotHolder snapshots;
    private final UpdateAnswers answers;
    private final OperationsPages operations;
    private final NodeRole role;
    private final UpdateMeter meter;
    private final RequestSampler sampler;
    private final Unavailable unavailable;
    private final ContentSignatures signatures;
    private final AnswerCache cache = new AnswerCache();
    private final AskedUrls asked = new AskedUrls();
    private final FaultLog faults = new FaultLog();

    UpdateFilter(
            SnapshotHolder snapshots,
            UpdateAnswers answers,
            OperationsPages operations,
            NodeRole role,
            UpdateMeter meter,
            RequestSampler sampler,
            Unavailable unavailable,
            ContentSignatures signatures) {
        this.snapshots = snapshots;
        this.answers = answers;
        this.operations = operations;
        this.role = role;
        this.meter = meter;
        this.sampler = sampler;
        this.unavailable = unavailable;
        this.signatures = signatures;
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
        long begun = System.nanoTime();
        String rawPath = request.getRequestURI();
        WireAnswer known = known(rawPath, request);
        if (known != null && known.isFresh(begun)) {
            known.writeTo(response);
            meter.took(System.nanoTime() - begun);
            return true;
        }
        UrlPath path = UrlPath.of(rawPath);
        if (isPolled(path)) {
            if (role.answersClients()) {
                answer(path, request, response);
                meter.took(System.nanoTime() - begun);
            } else {
                NOT_HERE.writeTo(response);
            }
            return true;
        }
        return operations.answered(request.getMethod(), path.text(), response);
    }

    private @Nullable WireAnswer known(String rawPath, HttpServletRequest request) {
        Snapshot snapshot = snapshots.current();
        return snapshot != null && isRepeatable(request)
                ? cache.find(snapshot, rawPath, request.getQueryString())
                : null;
    }

    /** Whether the answer follows from the URL alone. */
    private static boolean isRepeatable(HttpServletRequest request) {
        String userAgent = request.getHeader("User-Agent");
        return (request.getMethod().equals("GET") || request.getMethod().equals("HEAD"))
                && (userAgent == null || !userAgent.contains("PPC"));
    }

    private static boolean isPolled(UrlPath path) {
        return path.startsWith("/update")
                || path.startsWith("/json/")
                || path.text().equals("/json");
    }

    private void answer(UrlPath path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (QueryParser.parse(
                request.getMethod(), path, request.getQueryString(), request.getHeader("User-Agent"))) {
            case Evaluate evaluate -> evaluate(evaluate, request).writeTo(response);
            case Unrouted unrouted -> {
                meter.refused().increment();
                (unrouted.format() == Format.XML ? NO_UPDATES : UnknownUrl.ANSWER).writeTo(response);
            }
            case Options _ -> AllowedMethods.tell(response);
            case MethodNotAllowed _ -> AllowedMethods.refuse(response);
            case Refused refused ->
                WireAnswer.of(Answer.of(400, MediaType.PROBLEM, JsonText.problem(400, null, refused.detail())))
                        .counted(meter.refused())
                        .writeTo(response);
            case Redirect redirect -> {
                response.setHeader("Location", redirect.location());
                WireAnswer.of(Answer.of(308, MediaType.HTML, "")).writeTo(response);
            }
        }
    }

    private WireAnswer evaluate(Evaluate evaluate, HttpServletRequest request) {
        Snapshot snapshot = snapshots.current();
        if (snapshot == null) {
            unavailable.count(Unavailable.Reason.NOT_READY);
            return NOT_READY;
        }
        try {
            RolledDice dice = answers.dice();
            Answer made = answers.answer(snapshot, evaluate, dice);
            WireAnswer answer = signed(evaluate, made)
                    .counted(meter.tally(snapshot, evaluate.query(), outcome(made, evaluate)))
                    .sampledAs(sampler.repeated(snapshot, evaluate.query()));
            if (!dice.decided()
                    && isRepeatable(request)
                    && asked.note(request.getRequestURI(), request.getQueryString())) {
                cache.keep(snapshot, request.getRequestURI(), request.getQueryString(), answer);
            }
            return answer;
        } catch (SigningException failure) {
            // Said by itself. Unsigned, it would be refused by who asks, or be believed by who should not.
            return UNSIGNED.counted(meter.tally(snapshot, evaluate.query(), Outcome.FAULT));
        } catch (RuntimeException | StackOverflowError fault) {
            faults.tell(fault, request.getRequestURI());
            return WireAnswer.of(Answer.nothing(evaluate.format()))
                    .counted(meter.tally(snapshot, evaluate.query(), Outcome.FAULT));
        }
    }

    /** As in Balrog: XML of certain products, whatever it says, and JSON that offers something. */
    private WireAnswer signed(Evaluate asked, Answer made) {
        WireAnswer answer = WireAnswer.of(made);
        if (made.status() != HttpServletResponse.SC_OK) {
            return answer;
        }
        return answer.signed(
                switch (asked.format()) {
                    case XML -> signatures.ofXml(asked.query().product(), answer.body());
                    case JSON -> signatures.ofJson(answer.body());
                });
    }

    private static Outcome outcome(Answer made, Evaluate asked) {
        if (made.status() == HttpServletResponse.SC_BAD_REQUEST) {
            return Outcome.REFUSED;
        }
        return made.body().equals(Answer.nothing(asked.format()).body()) ? Outcome.NONE : Outcome.UPDATE;
    }
}
