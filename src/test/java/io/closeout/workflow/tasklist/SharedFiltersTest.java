package io.closeout.workflow.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.workflow.Acting;
import io.closeout.workflow.EngineTest;
import io.closeout.workflow.TryOut;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@EngineTest
class SharedFiltersTest {

    @Autowired
    FilterService filters;

    @Autowired
    SharedFilters shared;

    @Autowired
    Acting acting;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Test
    void areThereOnceHoweverOftenTheProgramStarts() {
        shared.writeAll();
        assertThat(filters.createFilterQuery().list())
                .extracting(Filter::getName)
                .containsExactlyInAnyOrder("Open to me", "My tasks", "My group's tasks", "Overdue", "Due this week");
    }

    @Test
    void tellEverybodyWhatThereIsForThem() {
        TryOut.deploy(repository);
        runtime.startProcessInstanceByKey("tryOut", "POA-2026-001");
        assertThat(counts("it")).isEqualTo(Map.of("Open to me", 1L, "My group's tasks", 1L));
        assertThat(counts("ian")).isEmpty();

        tasks.claim(tasks.createTaskQuery().singleResult().getId(), "it");
        assertThat(counts("it")).isEqualTo(Map.of("Open to me", 1L, "My tasks", 1L));
        assertThat(counts("it2")).isEmpty();
    }

    /** By filter, without those in which there is nothing. */
    private Map<String, Long> counts(String person) {
        Group group = person.startsWith("it") ? Group.REMEDIATOR : Group.ISSM;
        return acting.as(new Actor(person, Set.of(group), "tasklist"), () -> filters.createFilterQuery().list().stream()
                .filter(filter -> filters.count(filter.getId()) > 0)
                .collect(Collectors.toMap(Filter::getName, filter -> filters.count(filter.getId()))));
    }
}
