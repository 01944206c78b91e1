package io.closeout.workflow;

import java.util.Arrays;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;

/** The beans that models may name. Looked up when first used: steps need services that need the engine. */
@Component
public class Steps {

    private final ApplicationContext context;

    Steps(ApplicationContext context) {
        this.context = context;
    }

    /** Sorted, for messages and lists. */
    public SortedSet<String> names() {
        return new TreeSet<>(Arrays.asList(context.getBeanNamesForAnnotation(Step.class)));
    }

    public boolean contains(String name) {
        return context.containsBean(name) && context.findAnnotationOnBean(name, Step.class) != null;
    }

    public Object get(String name) {
        return context.getBean(name);
    }

    /** Also true for a proxy or a test's double of a step. */
    public static boolean isStep(Object bean) {
        return AnnotatedElementUtils.hasAnnotation(bean.getClass(), Step.class);
    }
}
