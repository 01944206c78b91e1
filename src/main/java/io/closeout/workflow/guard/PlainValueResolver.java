package io.closeout.workflow.guard;

import io.closeout.workflow.Steps;
import java.lang.reflect.Method;
import java.time.temporal.TemporalAccessor;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.MethodNotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ReflectionUtils;

/** Properties and methods of steps and of plain values. Everything else, such as a class or the engine, is refused. */
class PlainValueResolver extends BeanELResolver {

    private static final Set<String> NEVER = Set.of("class", "getClass", "wait", "notify", "notifyAll");

    PlainValueResolver() {
        super(true);
    }

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, Object property) {
        check(base, property);
        return super.getValue(context, base, property);
    }

    @Override
    public @Nullable Object invoke(
            ELContext context,
            @Nullable Object base,
            Object method,
            Class<?> @Nullable [] types,
            Object @Nullable [] parameters) {
        check(base, method);
        if (base == null || !Steps.isStep(base)) {
            return super.invoke(context, base, method, types, parameters);
        }
        context.setPropertyResolved(true);
        return call(base, String.valueOf(method), parameters == null ? new Object[0] : parameters);
    }

    /** Steps need not be public classes; the engine's own resolver would not find their methods. */
    private static @Nullable Object call(Object step, String name, Object[] parameters) {
        Method method = Arrays.stream(step.getClass().getMethods())
                .filter(candidate -> candidate.getName().equals(name))
                .filter(candidate -> candidate.getParameterCount() == parameters.length)
                .findFirst()
                .orElseThrow(() -> new MethodNotFoundException("The step has no public method " + name));
        ReflectionUtils.makeAccessible(method);
        return ReflectionUtils.invokeMethod(method, step, parameters);
    }

    private static void check(@Nullable Object base, Object member) {
        if (base != null && (!isPlain(base) || NEVER.contains(String.valueOf(member)))) {
            throw new ELException("An expression may not use " + member + " here");
        }
    }

    private static boolean isPlain(Object base) {
        return Steps.isStep(base)
                || base instanceof CharSequence
                || base instanceof Number
                || base instanceof Boolean
                || base instanceof Enum
                || base instanceof Date
                || base instanceof TemporalAccessor
                || base instanceof Collection
                || base instanceof Map
                || base instanceof Record
                || base instanceof org.joda.time.ReadableInstant;
    }
}
