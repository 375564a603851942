package dev.rehearsal.access;

import dev.rehearsal.access.SignIn.Refused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Leads a browser back to the screen; tells a program as the API would. */
public final class SignInRefusal implements AuthenticationFailureHandler {

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        if (isBrowser(request)) {
            leadBack(request, response, query(refused));
            return;
        }
        switch (refused) {
            case TooManyFailuresException failures -> TooMany.answer(response, failures.waiting());
            case DisabledException off ->
                ProblemAnswer.write(response, HttpStatus.FORBIDDEN, String.valueOf(off.getMessage()));
            case WithoutPermissionException nobody ->
                ProblemAnswer.write(response, HttpStatus.FORBIDDEN, String.valueOf(nobody.getMessage()));
            default ->
                ProblemAnswer.write(response, HttpStatus.UNAUTHORIZED, "There is no such name with such a password.");
        }
    }

    /** For a form that does not carry the token of its session. */
    static AccessDeniedHandler ofForms() {
        return (request, response, forged) -> {
            if (isBrowser(request)) {
                leadBack(request, response, parameter(Refused.STALE_FORM));
            } else {
                ProblemAnswer.write(response, HttpStatus.FORBIDDEN, "This form is not of this session.");
            }
        };
    }

    private static boolean isBrowser(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains(MediaType.TEXT_HTML_VALUE);
    }

    private static void leadBack(HttpServletRequest request, HttpServletResponse response, String query)
            throws IOException {
        response.sendRedirect(request.getContextPath() + "/" + SignIn.PAGE + "?" + query);
    }

    private static String query(AuthenticationException refused) {
        return switch (refused) {
            case TooManyFailuresException failures ->
                parameter(Refused.TOO_MANY) + "&" + SignIn.SECONDS + "=" + TooMany.seconds(failures.waiting());
            case WithoutPermissionException _ -> parameter(Refused.NO_PERMISSION);
            case DisabledException _ -> parameter(Refused.PASSWORDS_OFF);
            default -> parameter(Refused.WRONG);
        };
    }

    /** Leads back to the screen, which says why. */
    public static void leadBack(HttpServletRequest request, HttpServletResponse response, Refused why)
            throws IOException {
        leadBack(request, response, parameter(why));
    }

    private static String parameter(Refused why) {
        return SignIn.REFUSED + "=" + why.name().toLowerCase(Locale.ROOT);
    }
}
