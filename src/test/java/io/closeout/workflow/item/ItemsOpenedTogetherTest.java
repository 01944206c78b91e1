package io.closeout.workflow.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.closeout.access.Actor;
import io.closeout.ledger.Ledger;
import io.closeout.policy.Track;
import io.closeout.register.AssetImpact;
import io.closeout.register.NewItem;
import io.closeout.register.PoamId;
import io.closeout.register.Register;
import io.closeout.shared.Severity;
import io.closeout.testing.WholeApplication;
import io.closeout.workflow.RemediatePoamItem;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.support.TransactionTemplate;

/** A batch of an import: one command of the engine starts the processes of all its items. */
@SpringBootTest(
        classes = WholeApplication.class,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:opened-together;DB_CLOSE_DELAY=-1",
            "closeout.demo.data=none",
            "camunda.bpm.job-execution.enabled=false"
        })
@ActiveProfiles("demo")
@DirtiesContext
class ItemsOpenedTogetherTest {

    private static final Actor IMPORT = Actor.system("import");
    private static final String SCOPE = "halyard-cui-enclave";

    @Autowired
    Register register;

    @Autowired
    Ledger ledger;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService jobs;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void eachHasItsOwnProcessTaskAndTimer() {
        List<PoamId> ids = numbers(1, 3);

        transaction.executeWithoutResult(status -> register.openAll(items(ids, SCOPE), IMPORT));

        assertThat(ids).allSatisfy(id -> {
            String instance = runtime.createProcessInstanceQuery()
                    .processInstanceBusinessKey(id.text(), RemediatePoamItem.KEY)
                    .singleResult()
                    .getId();
            assertThat(register.get(id).processInstanceId()).contains(instance);
            assertThat(runtime.getVariable(instance, RemediatePoamItem.VARIABLE_ITEM_ID))
                    .isEqualTo(id.text());
            assertThat(tasks.createTaskQuery().processInstanceId(instance).count())
                    .isEqualTo(1);
            assertThat(jobs.createJobQuery()
                            .processInstanceId(instance)
                            .timers()
                            .count())
                    .isEqualTo(1);
            assertThat(ledger.of(id.subject())).hasSize(1);
        });
    }

    @Test
    void ifOneCannotBeOpenedNoneIsAndNoProcessStarts() {
        List<PoamId> ids = numbers(11, 3);
        Map<PoamId, NewItem> wanted = items(ids, SCOPE);
        wanted.putAll(items(ids.subList(2, 3), "no-such-scope"));

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> register.openAll(wanted, IMPORT)))
                .isInstanceOf(DataIntegrityViolationException.class);

        assertThat(register.all(ids.stream().map(PoamId::text).toList())).isEmpty();
        assertThat(ids).allSatisfy(id -> assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(id.text())
                        .count())
                .isZero());
    }

    private static List<PoamId> numbers(int first, int count) {
        return IntStream.range(first, first + count)
                .mapToObj(number -> PoamId.of(2026, number))
                .toList();
    }

    private static Map<PoamId, NewItem> items(List<PoamId> ids, String scope) {
        Map<PoamId, NewItem> items = new LinkedHashMap<>();
        ids.forEach(id -> items.put(id, item(scope)));
        return items;
    }

    private static NewItem item(String scope) {
        return new NewItem(
                scope,
                null,
                Track.OPERATIONAL,
                "Weak cipher",
                null,
                "Nessus",
                "500001",
                Severity.HIGH,
                null,
                Set.of(),
                LocalDate.of(2026, 1, 5),
                AssetImpact.UNKNOWN,
                null,
                null);
    }
}
