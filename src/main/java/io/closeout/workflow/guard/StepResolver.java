package io.closeout.workflow.guard;

import io.closeout.workflow.Steps;
import java.beans.FeatureDescriptor;
import java.util.Collections;
import java.util.Iterator;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.PropertyNotWritableException;
import org.jspecify.annotations.Nullable;

/** Resolves the first name of an expression to a step. */
class StepResolver extends ELResolver {

    private final Steps steps;

    StepResolver(Steps steps) {
        this.steps = steps;
    }

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, Object property) {
        if (base == null && property instanceof String name && steps.contains(name)) {
            context.setPropertyResolved(true);
            return steps.get(name);
        }
        return null;
    }

    @Override
    public void setValue(ELContext context, @Nullable Object base, Object property, Object value) {
        if (base == null && property instanceof String name && steps.contains(name)) {
            throw new PropertyNotWritableException("The step " + name + " cannot be replaced");
        }
    }

    @Override
    public boolean isReadOnly(ELContext context, @Nullable Object base, Object property) {
        return true;
    }

    @Override
    public Class<?> getType(ELContext context, @Nullable Object base, Object property) {
        return Object.class;
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
        return Object.class;
    }

    @Override
    public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, @Nullable Object base) {
        return Collections.emptyIterator();
    }
}
