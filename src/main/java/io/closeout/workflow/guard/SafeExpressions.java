package io.closeout.workflow.guard;

import io.closeout.shared.Refused;
import io.closeout.workflow.Steps;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.el.JuelExpression;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.engine.test.mock.MockElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ArrayELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ListELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MapELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ValueExpression;
import org.jspecify.annotations.Nullable;

/**
 * Expressions reach steps and variables, nothing else. Outside a process, that is in queries and stored filters, only
 * a few fixed ones are evaluated: CVE-2026-109432 has no fix in 7.24 CE.
 */
class SafeExpressions extends JuelExpressionManager {

    private static final Pattern ALLOWED_IN_QUERIES =
            Pattern.compile("\\$\\{(currentUser\\(\\)|currentUserGroups\\(\\)|now\\(\\)|dateTime\\(\\)"
                    + "(\\.(plus|minus)(Seconds|Minutes|Hours|Days|Weeks|Months|Years)\\(\\d{1,4}\\)){0,2})}");

    private final Steps steps;

    SafeExpressions(Steps steps) {
        this.steps = steps;
    }

    @Override
    public Expression createExpression(String expression) {
        return new SafeExpression(createValueExpression(expression), this, expression);
    }

    @Override
    protected ELResolver createElResolver() {
        CompositeELResolver resolver = new CompositeELResolver();
        resolver.add(new VariableScopeElResolver());
        resolver.add(new VariableContextElResolver());
        resolver.add(new MockElResolver());
        resolver.add(new StepResolver(steps));
        resolver.add(new ArrayELResolver());
        resolver.add(new ListELResolver());
        resolver.add(new MapELResolver());
        resolver.add(new PlainValueResolver());
        return resolver;
    }

    private static class SafeExpression extends JuelExpression {

        SafeExpression(ValueExpression value, JuelExpressionManager manager, String text) {
            super(value, manager, text);
        }

        @Override
        public Object getValue(@Nullable VariableScope scope, @Nullable BaseDelegateExecution execution) {
            if (scope == null
                    && !isLiteralText()
                    && !ALLOWED_IN_QUERIES.matcher(getExpressionText().trim()).matches()) {
                throw Refused.because("The expression " + getExpressionText()
                        + " is not allowed in a query or filter. Allowed are ${currentUser()}, ${currentUserGroups()},"
                        + " ${now()} and ${dateTime().plusDays(7)}.");
            }
            return super.getValue(scope, execution);
        }
    }
}
