package io.closeout.web.failure;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What filters, the engine's servlets and the container could not answer themselves. */
@Controller
class ContainerFailures implements ErrorController {

    /** Set by a filter that knows better than the bare status what went wrong; a kind of {@link Failure}. */
    static final String KIND = ContainerFailures.class.getName() + ".kind";

    private final Diagnosis diagnosis;
    private final Answers answers;

    ContainerFailures(Diagnosis diagnosis, Answers answers) {
        this.diagnosis = diagnosis;
        this.answers = answers;
    }

    @RequestMapping("/error")
    Object fail(HttpServletRequest request) {
        String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        return answers.answer(failure(request), path);
    }

    private Failure failure(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable cause) {
            return diagnosis.of(Optional.ofNullable(cause.getCause()).orElse(cause));
        }
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        return request.getAttribute(KIND) instanceof String kind ? Failure.of(status, kind) : Failure.ofStatus(status);
    }
}
