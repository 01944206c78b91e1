package io.closeout.web.failure;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** The one place where exceptions of all pages and of the API end; before Spring's own, which would quote them. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class HandlerFailures {

    private final Diagnosis diagnosis;
    private final Answers answers;

    HandlerFailures(Diagnosis diagnosis, Answers answers) {
        this.diagnosis = diagnosis;
        this.answers = answers;
    }

    @ExceptionHandler
    Object fail(Exception cause, HttpServletRequest request) {
        return answers.answer(diagnosis.of(cause), Answers.pathOf(request));
    }

    /** Nobody is there any more to be told. */
    @ExceptionHandler
    @Nullable
    Object gone(AsyncRequestNotUsableException cause) {
        return null;
    }
}
