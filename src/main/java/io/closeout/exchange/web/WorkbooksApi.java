package io.closeout.exchange.web;

import io.closeout.access.Actor;
import io.closeout.access.CurrentActor;
import io.closeout.exchange.Decision;
import io.closeout.exchange.HandedIn;
import io.closeout.exchange.WorkbookDesk;
import io.closeout.exchange.WorkbookState;
import io.closeout.shared.Page;
import io.closeout.shared.PageRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** POA&amp;M workbooks for programs. */
@RestController
@RequestMapping("/api/poam-workbooks")
@Tag(name = "POA&M workbooks")
class WorkbooksApi {

    private final WorkbookDesk desk;
    private final CurrentActor currentActor;

    WorkbooksApi(WorkbookDesk desk, CurrentActor currentActor) {
        this.desk = desk;
        this.currentActor = currentActor;
    }

    @Operation(
            summary = "Hands in a POA&M workbook",
            description =
                    "In the layout of Closeout, FedRAMP or eMASS, as .xlsx. It is read and compared with the register,"
                            + " which stays as it is until somebody decides. 400 for a file that cannot be read.")
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<WorkbookDocument> receive(
            @RequestParam MultipartFile file, @RequestParam(required = false) @Nullable String scope) {
        Actor by = currentActor.get("api");
        long id = new WorkbookForm(file, scope).handTo(desk, by);
        return ResponseEntity.accepted()
                .location(URI.create("/api/poam-workbooks/" + id))
                .body(document(id, by));
    }

    @GetMapping
    Page<WorkbookDocument> list(
            @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size) {
        return desk.list(new PageRequest(page, size, "")).map(each -> WorkbookDocument.of(each, null));
    }

    @GetMapping("/{id}")
    WorkbookDocument get(@PathVariable long id) {
        return document(id, currentActor.get("api"));
    }

    /**
     * @param decision commit or discard
     * @param reason also that of requests for more time
     * @param interimMitigation for requests for more time
     * @param choices by key of a cell: workbook or register
     * @param seen the digest of the comparison that was looked at
     */
    record DecisionRequest(
            @Nullable String decision,
            @Nullable String reason,
            @Nullable String interimMitigation,
            @Nullable Map<String, String> choices,
            @Nullable String seen) {

        Decision toDecision() {
            Map<String, String> chosen = choices == null ? Map.of() : choices;
            return new Decision(
                    DecisionForm.isCommit(decision),
                    reason,
                    interimMitigation,
                    chosen.entrySet().stream()
                            .collect(Collectors.toMap(Map.Entry::getKey, each -> DecisionForm.choice(each.getValue()))),
                    seen);
        }
    }

    @Operation(
            summary = "Decides about a workbook",
            description =
                    "commit: rows become items, cells that differ are taken as chosen, later planned dates become requests for more time;"
                            + " all of it or, if anything is refused, nothing. discard: it is forgotten. Items from workbooks are opened by the ISSM.")
    @PostMapping("/{id}/decision")
    WorkbookDocument decide(@PathVariable long id, @RequestBody DecisionRequest wanted) {
        Actor by = currentActor.get("api");
        desk.decide(id, wanted.toDecision(), by);
        return document(id, by);
    }

    private WorkbookDocument document(long id, Actor by) {
        HandedIn workbook = desk.get(id);
        return WorkbookDocument.of(
                workbook, workbook.state() == WorkbookState.AWAITING_DECISION ? desk.compare(id, by) : null);
    }
}
