package io.closeout.workflow.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.access.PolicyCalendar;
import io.closeout.ledger.Ledger;
import io.closeout.ledger.LedgerEvent;
import io.closeout.policy.Track;
import io.closeout.register.ItemByHand;
import io.closeout.register.ItemSearch;
import io.closeout.register.ItemsByHand;
import io.closeout.register.PoamId;
import io.closeout.register.PoamItem;
import io.closeout.register.Register;
import io.closeout.shared.Severity;
import io.closeout.testing.Databases;
import io.closeout.testing.WholeApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;

class DeadlineTablesTest {

    private static final String TABLE = "remediationDeadline";

    @Nested
    class WhenTheFirstItemFails {

        private final PoamId first = new PoamId("POA-2026-001");
        private final PoamId second = new PoamId("POA-2026-002");
        private final Register register = mock();
        private final TakenTables taken = mock();
        private final DeadlineTables tables;

        WhenTheFirstItemFails() {
            ItemSearch search = mock();
            when(search.openIds()).thenReturn(List.of(first, second));
            when(taken.version(TABLE)).thenReturn(Optional.of(1));
            DecisionDefinition definition = mock();
            when(definition.getVersion()).thenReturn(2);
            RepositoryService models = mock(RETURNS_DEEP_STUBS);
            when(models.createDecisionDefinitionQuery()
                            .decisionDefinitionKey(TABLE)
                            .latestVersion()
                            .list())
                    .thenReturn(List.of(definition));
            when(register.reassessDeadline(eq(first), any(), any()))
                    .thenThrow(new IllegalStateException("somebody works on it"));
            tables = new DeadlineTables(
                    models, taken, search, register, mock(Ledger.class), mock(PlatformTransactionManager.class));
        }

        @Test
        void theOthersAreHeldAgainstTheTable() {
            tables.holdItemsAgainst(TABLE);

            verify(register).reassessDeadline(eq(second), eq("Version 2 of the table remediationDeadline"), any());
        }

        @Test
        void theVersionIsNotTakenSoThatTheNextStartTriesAgain() {
            tables.holdItemsAgainst(TABLE);

            verify(taken, never()).take(any(), anyInt());
        }
    }

    @Nested
    class OnH2 extends Deployment {

        @DynamicPropertySource
        static void database(DynamicPropertyRegistry settings) {
            settings.add("spring.datasource.url", () -> "jdbc:h2:mem:deadline-tables;DB_CLOSE_DELAY=-1");
        }
    }

    @Nested
    class OnPostgres extends Deployment {

        @DynamicPropertySource
        static void database(DynamicPropertyRegistry settings) {
            var database = Databases.emptyPostgres();
            settings.add("spring.datasource.url", database::url);
            settings.add("spring.datasource.username", database::user);
        }
    }

    @SpringBootTest(
            classes = WholeApplication.class,
            properties = {"closeout.demo.data=none", "camunda.bpm.job-execution.enabled=false"})
    @ActiveProfiles("demo")
    @DirtiesContext
    abstract static class Deployment {

        private static final Actor ISSM = new Actor("issm", Set.of(Group.ISSM), "page");

        @Autowired
        ItemsByHand byHand;

        @Autowired
        Register register;

        @Autowired
        RepositoryService models;

        @Autowired
        TakenTables taken;

        @Autowired
        PolicyCalendar calendar;

        @Autowired
        Ledger ledger;

        @Test
        void aShorterTableShortensOpenItemsAndALongerOneChangesNothing() throws Exception {
            LocalDate today = calendar.today();
            PoamItem high = open(Severity.HIGH);
            PoamItem medium = open(Severity.MEDIUM);

            deploy("<text>30</text>", "<text>20</text>");

            assertThat(register.get(high.id()).deadline()).isEqualTo(today.plusDays(20));
            assertThat(register.get(medium.id()).deadline()).isEqualTo(today.plusDays(90));
            assertThat(ledger.of(high.id().subject()))
                    .filteredOn(event -> event.kind().equals("deadlineShortened"))
                    .extracting(LedgerEvent::reason)
                    .containsExactly("Version 2 of the table remediationDeadline");

            deploy("<text>30</text>", "<text>60</text>");

            assertThat(register.get(high.id()).deadline()).isEqualTo(today.plusDays(20));
        }

        private PoamItem open(Severity severity) {
            return byHand.open(
                    new ItemByHand(
                            "Weak cipher",
                            null,
                            severity,
                            null,
                            "Self-assessment",
                            calendar.today(),
                            Track.OPERATIONAL,
                            List.of()),
                    ISSM);
        }

        private void deploy(String text, String changed) throws IOException, InterruptedException {
            String shipped = Files.readString(Path.of("processes/decisions/remediationDeadline.dmn"));
            models.createDeployment()
                    .addString("remediationDeadline.dmn", shipped.replace(text, changed))
                    .deploy();
            int version = models.createDecisionDefinitionQuery()
                    .decisionDefinitionKey(TABLE)
                    .latestVersion()
                    .singleResult()
                    .getVersion();
            Instant giveUp = Instant.now().plus(Duration.ofMinutes(1));
            while (!taken.version(TABLE).filter(each -> each == version).isPresent()
                    && Instant.now().isBefore(giveUp)) {
                Thread.sleep(50);
            }
            assertThat(taken.version(TABLE)).contains(version);
        }
    }
}
