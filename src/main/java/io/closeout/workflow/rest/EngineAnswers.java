package io.closeout.workflow.rest;

import io.closeout.shared.NotFound;
import io.closeout.shared.Refused;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.UUID;
import org.camunda.bpm.engine.rest.dto.ExceptionDto;
import org.glassfish.jersey.internal.spi.ForcedAutoDiscoverable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the engine's REST API and the webapps' own API answer when something goes wrong: our refusals with our words,
 * failures without internals. Found by Jersey through {@code META-INF/services}, since the webapps' applications
 * cannot be extended.
 */
public class EngineAnswers implements ForcedAutoDiscoverable {

    private static final Logger log = LoggerFactory.getLogger(EngineAnswers.class);

    @Override
    public void configure(FeatureContext context) {
        context.register(RefusedAnswer.class).register(NotFoundAnswer.class).register(FailureAnswer.class);
    }

    private static Response answer(Response.Status status, RuntimeException words) {
        return Response.status(status)
                .entity(ExceptionDto.fromException(words))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    static class RefusedAnswer implements ExceptionMapper<Refused> {
        @Override
        public Response toResponse(Refused refused) {
            return answer(Response.Status.BAD_REQUEST, refused);
        }
    }

    static class NotFoundAnswer implements ExceptionMapper<NotFound> {
        @Override
        public Response toResponse(NotFound missing) {
            return answer(Response.Status.NOT_FOUND, missing);
        }
    }

    /** The engine has logged the failure itself just before; the reference finds the place. */
    static class FailureAnswer implements ContainerResponseFilter {
        @Override
        public void filter(ContainerRequestContext request, ContainerResponseContext response) {
            if (response.getStatus() >= 500 && response.getEntity() instanceof ExceptionDto failure) {
                String reference = UUID.randomUUID().toString().substring(0, 8);
                log.error(
                        "{} {} failed, reference {}",
                        request.getMethod(),
                        request.getUriInfo().getPath(),
                        reference);
                failure.setType("Failure");
                failure.setMessage(
                        "Something went wrong and nothing was changed. Please try again; if it stays, tell your"
                                + " administrator the reference " + reference + ".");
            }
        }
    }
}
