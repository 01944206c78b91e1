package io.closeout.workflow;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;
import org.springframework.stereotype.Component;

/**
 * A bean that models may name: {@code @Step("submitPlan")} is {@code ${submitPlan}}. Expressions reach no other bean.
 * Verbs do something ({@code recordClosure}), nouns answer ({@code deadline}). Running processes keep the name: never
 * rename or remove one.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Component
public @interface Step {

    /** The name in models. */
    @AliasFor(annotation = Component.class)
    String value();
}
