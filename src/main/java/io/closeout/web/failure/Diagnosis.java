package io.closeout.web.failure;

import io.closeout.shared.NotFound;
import io.closeout.shared.Refused;
import io.closeout.shared.TooLarge;
import io.closeout.web.failure.Failure.Problem;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/** From an exception to words. Known facts speak for themselves; of all others only a number is told, and logged once. */
@Component
class Diagnosis {

    private static final Logger LOG = LoggerFactory.getLogger(Diagnosis.class);

    Failure of(Throwable cause) {
        if (cause instanceof TooLarge tooLarge) {
            return Failure.saying(413, "too-large", tooLarge.getMessage());
        }
        if (cause instanceof Refused refused) {
            return Failure.saying(400, "refused", refused.getMessage());
        }
        if (cause instanceof NotFound notFound) {
            return Failure.saying(404, "not-found", notFound.getMessage());
        }
        if (cause instanceof AccessDeniedException) {
            return Failure.ofStatus(403);
        }
        if (cause instanceof OptimisticLockingFailureException) {
            return Failure.ofStatus(409);
        }
        if (cause instanceof MaxUploadSizeExceededException) {
            return Failure.ofStatus(413);
        }
        return ofRequest(cause);
    }

    private Failure ofRequest(Throwable cause) {
        if (cause instanceof MethodArgumentNotValidException invalid) {
            return Failure.listing(problems(invalid.getBindingResult()));
        }
        if (cause instanceof BindException invalid) {
            return Failure.listing(problems(invalid.getBindingResult()));
        }
        if (cause instanceof ConstraintViolationException invalid) {
            return Failure.listing(invalid.getConstraintViolations().stream()
                    .map(one -> new Problem(one.getPropertyPath().toString(), one.getMessage()))
                    .toList());
        }
        if (cause instanceof MethodArgumentTypeMismatchException mismatch) {
            return listing(mismatch.getName(), "\"" + mismatch.getValue() + "\" does not fit here.");
        }
        if (cause instanceof MissingServletRequestParameterException missing) {
            return listing(missing.getParameterName(), "This is missing.");
        }
        if (cause instanceof MissingServletRequestPartException missing) {
            return listing(missing.getRequestPartName(), "This is missing.");
        }
        if (cause instanceof HttpMessageNotReadableException) {
            return listing("body", "This is not the JSON that is expected here.");
        }
        if (cause instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            return Failure.ofStatus(known.getStatusCode().value());
        }
        return unknown(cause);
    }

    private static Failure listing(String where, String why) {
        return Failure.listing(List.of(new Problem(where, why)));
    }

    private static List<Problem> problems(BindingResult result) {
        return result.getAllErrors().stream()
                .map(error -> error instanceof FieldError field
                        ? new Problem(
                                field.getField(),
                                field.isBindingFailure() ? "This does not fit here." : text(error.getDefaultMessage()))
                        : new Problem(error.getObjectName(), text(error.getDefaultMessage())))
                .toList();
    }

    private static String text(@Nullable String message) {
        return message == null ? "This does not fit here." : message;
    }

    private static Failure unknown(Throwable cause) {
        String incident = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("Incident {}", incident, cause);
        return Failure.unknown(incident);
    }
}
