package io.closeout.web.failure;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.closeout.shared.FileSize;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.servlet.ModelAndView;

/** A failure as whoever asked can take it: programs get a problem document, people a page. */
@Component
public class Answers {

    private final MessageSource messages;
    private final ObjectMapper json;
    private final String largestFile;

    Answers(
            MessageSource messages,
            ObjectMapper json,
            @Value("${spring.servlet.multipart.max-file-size:1MB}") DataSize largestFile) {
        this.messages = messages;
        this.json = json;
        this.largestFile = FileSize.exactly(largestFile);
    }

    /** For filters, before there is any handler. Says in plain words what the status means. */
    public void writeProblem(HttpServletResponse response, int status) throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), problem(Failure.ofStatus(status)));
    }

    static boolean isForPrograms(String path) {
        return path.startsWith("/api/")
                || path.startsWith("/engine-rest")
                || path.startsWith("/v3/api-docs")
                || path.startsWith("/camunda/api/");
    }

    Object answer(Failure failure, String path) {
        return isForPrograms(path) ? document(failure) : page(failure);
    }

    static String pathOf(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    private ResponseEntity<ProblemDetail> document(Failure failure) {
        return ResponseEntity.status(failure.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem(failure));
    }

    private ModelAndView page(Failure failure) {
        HttpStatus status = HttpStatus.resolve(failure.status());
        return new ModelAndView(
                "error/failure",
                Map.of("failure", failure, "text", text(failure)),
                status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status);
    }

    private ProblemDetail problem(Failure failure) {
        ProblemDetail problem = ProblemDetail.forStatus(HttpStatusCode.valueOf(failure.status()));
        problem.setTitle(message(failure, "title"));
        problem.setDetail(text(failure));
        if (!failure.problems().isEmpty()) {
            problem.setProperty("problems", failure.problems());
        }
        if (failure.incident() != null) {
            problem.setProperty("incident", failure.incident());
        }
        return problem;
    }

    private String text(Failure failure) {
        return Optional.ofNullable(failure.text()).orElseGet(() -> message(failure, "text"));
    }

    private String message(Failure failure, String part) {
        return messages.getMessage("error." + failure.kind() + "." + part, new Object[] {largestFile}, Locale.ENGLISH);
    }
}
