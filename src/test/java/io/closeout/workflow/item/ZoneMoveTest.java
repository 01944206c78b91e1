package io.closeout.workflow.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.access.Organization;
import io.closeout.access.OrganizationSettings;
import io.closeout.access.People;
import io.closeout.access.PolicyCalendar;
import io.closeout.policy.Track;
import io.closeout.register.ItemByHand;
import io.closeout.register.ItemSearch;
import io.closeout.register.ItemsByHand;
import io.closeout.register.PoamId;
import io.closeout.register.PoamItem;
import io.closeout.register.Register;
import io.closeout.shared.Severity;
import io.closeout.testing.WholeApplication;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.PlatformTransactionManager;

class ZoneMoveTest {

    private static final Actor ADMIN = new Actor("admin", Set.of(Group.CAMUNDA_ADMIN), "page");
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    @Test
    void anItemThatDoesNotFollowHoldsNobodyElseUp() {
        PoamId first = new PoamId("POA-2026-001");
        PoamId second = new PoamId("POA-2026-002");
        ItemSearch search = mock();
        ItemProcesses processes = mock();
        when(search.openIds()).thenReturn(List.of(first, second));
        doThrow(new IllegalStateException("somebody works on it"))
                .when(processes)
                .followDates(first);

        new ZoneMove(search, processes, mock(PlatformTransactionManager.class)).followAll();

        verify(processes).followDates(second);
    }

    @Nested
    @SpringBootTest(
            classes = WholeApplication.class,
            properties = {
                "closeout.demo.data=none",
                "camunda.bpm.job-execution.enabled=false",
                "spring.datasource.url=jdbc:h2:mem:zone-move-test;DB_CLOSE_DELAY=-1",
            })
    @ActiveProfiles("demo")
    @DirtiesContext
    class AnOpenItem {

        @Autowired
        ItemsByHand byHand;

        @Autowired
        Register register;

        @Autowired
        PolicyCalendar calendar;

        @Autowired
        People people;

        @Autowired
        Organization organization;

        @Autowired
        OrganizationSettings settings;

        @Autowired
        ManagementService jobs;

        @Autowired
        TaskService tasks;

        @Test
        void isRemindedInTheMorningOfTheNewZoneAndDueAtItsMidnight() throws Exception {
            PoamItem item = register.get(
                    byHand.open(anItem(), people.get("issm").through("page")).id());
            String instance = item.processInstanceId().orElseThrow();
            assertThat(timer(instance).atZone(organization.zone()).toLocalTime())
                    .isEqualTo(LocalTime.of(8, 0));

            settings.change(organization.name(), TOKYO, null, ADMIN);

            awaitTimerAtEightIn(TOKYO, instance);
            Date due = tasks.createTaskQuery()
                    .processInstanceId(instance)
                    .singleResult()
                    .getDueDate();
            assertThat(due.toInstant().atZone(TOKYO).toLocalDateTime())
                    .isEqualTo(item.due().atTime(23, 59, 59));
        }

        private ItemByHand anItem() {
            return new ItemByHand(
                    "Shared accounts",
                    null,
                    Severity.HIGH,
                    null,
                    "Self-assessment",
                    calendar.today(),
                    Track.OPERATIONAL,
                    List.of());
        }

        private void awaitTimerAtEightIn(ZoneId zone, String instance) throws InterruptedException {
            Instant end = Instant.now().plus(Duration.ofSeconds(30));
            while (!timer(instance).atZone(zone).toLocalTime().equals(LocalTime.of(8, 0))) {
                assertThat(Instant.now())
                        .as("the timer stays at " + timer(instance))
                        .isBefore(end);
                Thread.sleep(50);
            }
        }

        private Instant timer(String instance) {
            return jobs.createJobQuery()
                    .processInstanceId(instance)
                    .timers()
                    .singleResult()
                    .getDuedate()
                    .toInstant();
        }
    }
}
