package io.closeout.workflow.item;

import io.closeout.register.PoamId;
import io.closeout.workflow.RemediatePoamItem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.springframework.stereotype.Component;

/**
 * Starts the processes of many items in one command of the engine, which then looks up the model once and writes the rows of all
 * in the same JDBC batches.
 */
@Component
class ProcessStarts {

    private final CommandExecutor commands;
    private final RepositoryService repository;
    private final RuntimeService runtime;

    ProcessStarts(ProcessEngine engine, RepositoryService repository, RuntimeService runtime) {
        this.commands = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired();
        this.repository = repository;
        this.runtime = runtime;
    }

    /** @return the id of the process instance of each item */
    Map<PoamId, String> start(List<PoamId> items) {
        return commands.execute(context -> {
            String model = latestModel();
            Map<PoamId, String> instances = new LinkedHashMap<>();
            items.forEach(item -> instances.put(item, start(model, item.text())));
            return instances;
        });
    }

    private String start(String model, String item) {
        return runtime.startProcessInstanceById(model, item, Map.of(RemediatePoamItem.VARIABLE_ITEM_ID, item))
                .getId();
    }

    private String latestModel() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(RemediatePoamItem.KEY)
                .latestVersion()
                .singleResult()
                .getId();
    }
}
