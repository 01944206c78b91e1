package io.closeout.workflow.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.workflow.Acting;
import io.closeout.workflow.EngineTest;
import java.util.Set;
import org.camunda.bpm.engine.FilterService;
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

    @Test
    void areThereOnceHoweverOftenTheProgramStarts() {
        shared.writeAll();
        assertThat(filters.createFilterQuery().list())
                .extracting(Filter::getName)
                .containsExactlyInAnyOrder("To do", "My tasks", "My group's tasks", "Overdue", "Due this week");
    }

    @Test
    void areSeenAndRunByAnybody() {
        acting.as(new Actor("it", Set.of(Group.REMEDIATOR), "tasklist"), () -> {
            assertThat(filters.createFilterQuery().count()).isEqualTo(5);
            filters.createFilterQuery().list().forEach(filter -> assertThat(filters.count(filter.getId()))
                    .isZero());
        });
    }
}
