package io.closeout.workflow.models;

import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** Checks every new deployment before the engine reads it. */
@Component
class ContractPlugin extends AbstractProcessEnginePlugin {

    private final ModelContract contract;

    ContractPlugin(ModelContract contract) {
        this.contract = contract;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setCustomPreDeployers(List.of(contract));
    }
}
