package io.closeout.workflow.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.closeout.shared.Refused;
import io.closeout.workflow.EngineTest;
import java.util.List;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.StartProcessVariableScope;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@EngineTest
class ExpressionGuardTest {

    static final String HARMFUL = "${''.getClass().forName('java.lang.Runtime')}";

    @Autowired
    TaskService tasks;

    @Autowired
    FilterService filters;

    @Autowired
    ProcessEngine engine;

    /** CVE-2026-109432: the engine checks the query, but not its alternatives. */
    @Test
    void aQueryEvaluatesNothingInItsAlternatives() {
        assertThatThrownBy(() -> tasks.createTaskQuery()
                        .or()
                        .taskAssigneeExpression(HARMFUL)
                        .endOr()
                        .list())
                .isInstanceOf(Refused.class);
    }

    @Test
    void aStoredFilterEvaluatesNothing() {
        assertThatThrownBy(() -> tasksOfStoredFilter(HARMFUL))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("is not allowed in a query or filter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"${now()}", "${dateTime().plusDays(7)}", "${dateTime().minusWeeks(2).plusDays(1)}"})
    void aStoredFilterMayKnowTheTime(String expression) {
        assertThat(tasksOfStoredFilter(expression)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${dataSource}",
                "${processEngine}",
                "${runtimeService}",
                "${environment}",
                "${''.getClass()}",
                "${''.class}",
                "${owner.getClass()}",
                "${owner.class}"
            })
    void aModelReachesNothingButSteps(String expression) {
        assertThatThrownBy(() -> evaluate(expression)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void aModelReachesSteps() {
        assertThat(evaluate("${owner.of(null)}")).isEqualTo("it");
    }

    @Test
    void noScriptRuns() {
        ProcessEngineConfigurationImpl configuration = configuration();
        for (String language : new String[] {"juel", "groovy", "javascript", "feel"}) {
            assertThat(configuration.getScriptEngineResolver().getScriptEngine(language, false))
                    .isNull();
        }
    }

    private List<Task> tasksOfStoredFilter(String due) {
        Filter filter = filters.newTaskFilter("tried");
        filter.setQuery(tasks.createTaskQuery().dueBeforeExpression(due));
        filters.saveFilter(filter);
        try {
            return filters.list(filter.getId());
        } finally {
            filters.deleteFilter(filter.getId());
        }
    }

    private Object evaluate(String expression) {
        ProcessEngineConfigurationImpl configuration = configuration();
        VariableScope anyProcess = StartProcessVariableScope.getSharedInstance();
        return configuration.getCommandExecutorTxRequired().execute(command -> configuration
                .getExpressionManager()
                .createExpression(expression)
                .getValue(anyProcess));
    }

    private ProcessEngineConfigurationImpl configuration() {
        return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }
}
