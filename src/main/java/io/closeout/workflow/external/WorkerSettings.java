package io.closeout.workflow.external;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param threads long work at once on this node; 0 leaves it to other nodes
 * @param node names this node's locks; must differ between nodes and stay the same over a restart
 */
@ConfigurationProperties("closeout.worker")
record WorkerSettings(
        @DefaultValue("2") int threads,
        @DefaultValue("closeout") String node) {}
