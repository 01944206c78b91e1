package io.closeout.workflow.rest;

import jakarta.servlet.http.HttpServletRequest;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.camunda.bpm.engine.rest.security.auth.impl.ContainerBasedAuthenticationProvider;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who is signed in at our door is signed in at the engine, as the person's id. Made by the filters, by class name. */
public class SignedInAtEngine extends ContainerBasedAuthenticationProvider {

    @Override
    public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        boolean signedIn =
                person != null && person.isAuthenticated() && !(person instanceof AnonymousAuthenticationToken);
        return signedIn ? AuthenticationResult.successful(person.getName()) : AuthenticationResult.unsuccessful();
    }
}
