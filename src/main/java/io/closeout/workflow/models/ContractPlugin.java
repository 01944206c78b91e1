package io.closeout.workflow.models;

import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** Checks and records every new deployment before the engine reads it. */
@Component
class ContractPlugin extends AbstractProcessEnginePlugin {

    private final ModelContract contract;
    private final ModelRecords records;

    ContractPlugin(ModelContract contract, ModelRecords records) {
        this.contract = contract;
        this.records = records;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setCustomPreDeployers(List.of(contract, records));
    }
}
