package io.closeout.register.web;

import io.closeout.access.CurrentActor;
import io.closeout.evidence.Evidence;
import io.closeout.register.PoamId;
import io.closeout.register.Register;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Evidence of items for programs, and the files for pages (design, section 8). */
@RestController
@RequestMapping("/api/items/{poamId}/evidence")
@Tag(name = "Evidence", description = "What proves that an item is remediated")
class EvidenceApi {

    private final EvidenceDesk desk;
    private final ItemDocuments documents;
    private final Register register;
    private final CurrentActor currentActor;

    EvidenceApi(EvidenceDesk desk, ItemDocuments documents, Register register, CurrentActor currentActor) {
        this.desk = desk;
        this.documents = documents;
        this.register = register;
        this.currentActor = currentActor;
    }

    record EvidenceList(List<EvidenceDocument> items) {}

    @GetMapping
    @Operation(summary = "All evidence of an item, superseded as well, in the order of adding")
    EvidenceList list(@PathVariable String poamId) {
        PoamId id = register.get(new PoamId(poamId)).id();
        return new EvidenceList(documents.evidence(id));
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "Adds a file or a link",
            description = "date is the day that the evidence speaks of; replaces names evidence that it supersedes")
    ResponseEntity<EvidenceDocument> add(
            @PathVariable String poamId,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable String link,
            @RequestParam String kind,
            @RequestParam String date,
            @RequestParam(required = false) @Nullable String note,
            @RequestParam(required = false) @Nullable Long replaces) {
        EvidenceForm form = new EvidenceForm(file, link, kind, date, note, replaces);
        Evidence added = desk.add(new PoamId(poamId), form, currentActor.get("api"));
        return ResponseEntity.created(URI.create(EvidenceDocument.address(poamId, added.id())))
                .body(EvidenceDocument.of(poamId, added));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One piece of evidence")
    EvidenceDocument get(@PathVariable String poamId, @PathVariable long id) {
        return EvidenceDocument.of(poamId, desk.get(new PoamId(poamId), id));
    }

    @GetMapping("/{id}/content")
    @Operation(summary = "The file, verified against its digest while it is read")
    ResponseEntity<InputStreamResource> content(@PathVariable String poamId, @PathVariable long id) {
        return desk.content(new PoamId(poamId), id);
    }
}
