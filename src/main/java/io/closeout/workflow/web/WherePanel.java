package io.closeout.workflow.web;

import io.closeout.access.Person;
import io.closeout.register.PoamId;
import io.closeout.register.PoamItem;
import io.closeout.register.Register;
import io.closeout.web.ItemPanel;
import io.closeout.web.Panel;
import io.closeout.workflow.diagram.DiagramDrawing;
import io.closeout.workflow.item.ItemStandings;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Where an item stands: its tasks, and its way drawn on the diagram of the version that it runs on. */
@Component
class WherePanel implements ItemPanel {

    /** Beside the stages of the register, which does not know what the process asks. */
    private static final String CONFIRM = "CONFIRM";

    private final Register register;
    private final TaskLines tasks;
    private final ItemStandings standings;
    private final HistoryService history;
    private final RepositoryService repository;
    private final MessageSource messages;

    WherePanel(
            Register register,
            TaskLines tasks,
            ItemStandings standings,
            HistoryService history,
            RepositoryService repository,
            MessageSource messages) {
        this.register = register;
        this.tasks = tasks;
        this.standings = standings;
        this.history = history;
        this.repository = repository;
        this.messages = messages;
    }

    @Override
    public int order() {
        return 0;
    }

    @Override
    public Panel panel(String itemId, Person viewer) {
        PoamItem item = register.get(new PoamId(itemId));
        String drawing = item.processInstanceId()
                .map(instance -> drawing(instance, item))
                .orElse("");
        return new Panel(
                "workflow/panel-where",
                Map.of(
                        "tasks",
                        tasks.of(item),
                        "drawing",
                        drawing,
                        "stage",
                        standings.awaitsConfirmation(item)
                                ? CONFIRM
                                : item.stage().name()));
    }

    private String drawing(String instance, PoamItem item) {
        HistoricProcessInstance process = history.createHistoricProcessInstanceQuery()
                .processInstanceId(instance)
                .singleResult();
        if (process == null) {
            return "";
        }
        BpmnModelInstance model = repository.getBpmnModelInstance(process.getProcessDefinitionId());
        return DiagramDrawing.svg(model, visited(instance, false), visited(instance, true), title(item));
    }

    private Set<String> visited(String instance, boolean finished) {
        var query = history.createHistoricActivityInstanceQuery().processInstanceId(instance);
        return (finished ? query.finished() : query.unfinished())
                .list().stream()
                        .filter(each -> !each.isCanceled())
                        .map(HistoricActivityInstance::getActivityId)
                        .collect(Collectors.toSet());
    }

    private String title(PoamItem item) {
        return messages.getMessage(
                "workflow.where.picture",
                new Object[] {item.id(), item.status().label()},
                LocaleContextHolder.getLocale());
    }
}
