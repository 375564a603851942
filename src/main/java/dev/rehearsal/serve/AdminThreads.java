package dev.rehearsal.serve;

import dev.rehearsal.serve.Answer.MediaType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/**
 * Runs all but update URLs on a small number of platform threads, between which and those that answer clients the
 * operating system shares the processor: however long a screen or the API computes, update URLs go on.
 *
 * <p>Strangers, who have not signed in and bring no token, have threads of their own number, so that they cannot take those
 * of the people who work here; and what they fill into a form is waited for before they get one.
 */
final class AdminThreads implements Filter {

    private static final String API = "/api/";
    private static final String TOKEN = "Bearer ";
    private static final String PUSH = "/VAADIN/push";

    /** What watches over the node is told how it is, however many ask for something else. */
    private static final String HEALTH = "/actuator/health";

    private static final WireAnswer BUSY = WireAnswer.of(
            Answer.of(
                    503,
                    MediaType.TEXT,
                    "This node has as many requests at work as it takes. Nothing was done; try again in some seconds."),
            "no-cache");

    private static final String TOO_LATE =
            "What was sent did not arrive whole, or is too large for a form. Nothing was done; send it again.";

    private final Semaphore known;
    private final Semaphore strangers;
    private final Duration patience;
    private final Unavailable unavailable;
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().name("admin-", 0).daemon().factory());

    /** @param patience how long a request may wait for a thread */
    AdminThreads(int known, int strangers, Duration patience, Unavailable unavailable) {
        this.known = new Semaphore(known);
        this.strangers = new Semaphore(strangers);
        this.patience = patience;
        this.unavailable = unavailable;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest asked = (HttpServletRequest) request;
        HttpServletResponse answer = (HttpServletResponse) response;
        if (asked.getRequestURI().startsWith(HEALTH) || opensPush(asked)) {
            chain.doFilter(request, response);
            return;
        }
        boolean ofApi = asked.getRequestURI().startsWith(API);
        boolean stranger = ofApi ? !hasToken(asked) : !hasSignedIn(asked);
        if (stranger && !ofApi && !isFormWhole(asked, answer)) {
            return;
        }
        Semaphore places = stranger ? strangers : known;
        if (!isFree(places)) {
            unavailable.count(Unavailable.Reason.BUSY);
            answer.setHeader("Retry-After", "5");
            BUSY.writeTo(answer);
            return;
        }
        try {
            await(threads.submit(onward(asked, answer, chain)));
            if (answer.getStatus() == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
                unavailable.count(Unavailable.Reason.DATABASE);
            }
        } finally {
            places.release();
        }
    }

    @Override
    public void destroy() {
        threads.shutdown();
    }

    /** What opens a web socket remembers by thread what it has seen of the request, until the container goes on with it. */
    private static boolean opensPush(HttpServletRequest request) {
        return request.getRequestURI().endsWith(PUSH) && request.getHeader("Upgrade") != null;
    }

    /** Anybody is given a session for asking; only that of somebody who has signed in holds who that is. */
    private static boolean hasSignedIn(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        try {
            return session != null
                    && session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY) != null;
        } catch (IllegalStateException e) {
            // Has ended meanwhile.
            return false;
        }
    }

    /** Whether it is a good one is found out without reading what comes with it. */
    private static boolean hasToken(HttpServletRequest request) {
        String authorization = request.getHeader("Authorization");
        return authorization != null && authorization.regionMatches(true, 0, TOKEN, 0, TOKEN.length());
    }

    /** Waits for a form to arrive, on the thread that costs nothing; false if it does not and that was said. */
    private static boolean isFormWhole(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.getMethod().equals("POST")) {
            return true;
        }
        String type = request.getContentType();
        if (type != null && type.regionMatches(true, 0, "multipart/", 0, "multipart/".length())) {
            refuse(response, 415, "Sign in before you send files. Nothing was done.");
            return false;
        }
        try {
            request.getParameterMap();
            return true;
        } catch (IllegalStateException e) {
            refuse(response, e instanceof InvalidParameterException invalid ? invalid.getErrorCode() : 400, TOO_LATE);
            return false;
        }
    }

    private static void refuse(HttpServletResponse response, int status, String sentence) throws IOException {
        response.setHeader("Connection", "close");
        WireAnswer.of(Answer.of(status, MediaType.TEXT, sentence), "no-cache").writeTo(response);
    }

    private boolean isFree(Semaphore places) {
        try {
            return places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Callable<@Nullable Void> onward(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return () -> {
            Thread.currentThread().setContextClassLoader(loader);
            try {
                chain.doFilter(request, response);
            } finally {
                // The application may end before the thread does.
                Thread.currentThread().setContextClassLoader(AdminThreads.class.getClassLoader());
            }
            return null;
        };
    }

    private static void await(Future<@Nullable Void> work) throws IOException, ServletException {
        try {
            work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The server ends", e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException failure -> throw failure;
                case ServletException failure -> throw failure;
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                case null, default -> throw new ServletException(e);
            }
        }
    }
}
