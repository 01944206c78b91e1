package io.closeout.web.failure;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** What the security chains answer when they say no. */
@Component
public class Denials {

    private final Answers answers;
    private final DataSize largestRequest;

    Denials(Answers answers, @Value("${spring.servlet.multipart.max-request-size:10MB}") DataSize largestRequest) {
        this.answers = answers;
        this.largestRequest = largestRequest;
    }

    /** 401 for programs, which are told how to come back. */
    public AuthenticationEntryPoint unauthenticatedProgram() {
        return (request, response, cause) -> unauthenticated(response);
    }

    public AccessDeniedHandler deniedProgram() {
        return (request, response, cause) -> answers.writeProblem(response, statusOf(request, cause));
    }

    public AccessDeniedHandler deniedPage() {
        return (request, response, cause) -> {
            int status = statusOf(request, cause);
            if (cause instanceof CsrfException && status == 403) {
                request.setAttribute(ContainerFailures.KIND, "expired");
            }
            response.sendError(status);
        };
    }

    private void unauthenticated(HttpServletResponse response) throws IOException {
        response.setHeader("WWW-Authenticate", "Bearer");
        answers.writeProblem(response, 401);
    }

    /** The token of a form that is too large cannot be read, so the CSRF check comes to fail before the size does. */
    private int statusOf(HttpServletRequest request, AccessDeniedException cause) {
        boolean tooLarge = request.getContentLengthLong() > largestRequest.toBytes();
        return cause instanceof CsrfException && tooLarge ? 413 : 403;
    }
}
