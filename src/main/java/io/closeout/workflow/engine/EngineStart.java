package io.closeout.workflow.engine;

import io.closeout.workflow.guard.GrantBook;
import io.closeout.workflow.models.Models;
import io.closeout.workflow.tasklist.SharedFilters;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Models, grants and filters, before the first request and the first job. Nodes that start together do it one after
 * the other.
 */
@Component
class EngineStart implements SmartLifecycle {

    private final CommandExecutor commands;
    private final Models models;
    private final GrantBook grants;
    private final SharedFilters filters;
    private volatile boolean running;

    EngineStart(ProcessEngine engine, Models models, GrantBook grants, SharedFilters filters) {
        this.commands = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired();
        this.models = models;
        this.grants = grants;
        this.filters = filters;
    }

    @Override
    public void start() {
        aloneInTheCluster(models::deployChanged);
        aloneInTheCluster(grants::writeAll);
        aloneInTheCluster(filters::writeAll);
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server, which starts 2048 below the default. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 4096;
    }

    private void aloneInTheCluster(Runnable work) {
        commands.execute(context -> {
            context.getPropertyManager().acquireExclusiveLockForStartup();
            work.run();
            return null;
        });
    }
}
