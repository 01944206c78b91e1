package io.closeout.intake.web.byhand;

import io.closeout.access.CurrentActor;
import io.closeout.assessment.Requirement;
import io.closeout.intake.byhand.FindingSource;
import io.closeout.intake.byhand.FindingsByHand;
import io.closeout.intake.byhand.FindingsByHand.Report;
import io.closeout.register.ItemStatus;
import io.closeout.register.PoamId;
import io.closeout.shared.Page;
import io.closeout.shared.PageRequest;
import io.closeout.shared.Severity;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Findings by people, for programs that hold them. */
@RestController
@RequestMapping("/api/findings")
@Tag(name = "Findings", description = "Findings of audits, assessments, penetration tests and incidents")
class FindingsApi {

    private final FindingsByHand findings;
    private final FindingDesk desk;
    private final CurrentActor currentActor;

    FindingsApi(FindingsByHand findings, FindingDesk desk, CurrentActor currentActor) {
        this.findings = findings;
        this.desk = desk;
        this.currentActor = currentActor;
    }

    /** @param item that the finding became */
    record FindingDocument(
            String item,
            String title,
            Severity severity,
            ItemStatus status,
            FindingSource source,
            @Nullable String sourceId,
            @Nullable String recommendation,
            List<String> requirements,
            String reportedBy,
            Instant reportedAt) {

        static FindingDocument of(Report report) {
            return new FindingDocument(
                    report.item().text(),
                    report.title(),
                    report.severity(),
                    report.status(),
                    report.source(),
                    report.sourceId(),
                    report.recommendation(),
                    report.requirements().stream().map(Requirement::id).toList(),
                    report.reportedBy(),
                    report.reportedAt());
        }
    }

    @GetMapping
    @Operation(summary = "Findings that people reported, newest first")
    Page<FindingDocument> list(
            @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size) {
        return findings.list(new PageRequest(page, size, "")).map(FindingDocument::of);
    }

    @PostMapping
    @Operation(
            summary = "Reports a finding",
            description =
                    "For the ISSM. It becomes a POA&M item, whose process starts at once; Location is its address. The same source and sourceId twice is refused, naming the first item.")
    ResponseEntity<FindingDocument> report(@RequestBody FindingRequest wanted) {
        PoamId item = desk.report(wanted.finding(), wanted.links(), currentActor.get("api"))
                .id();
        return ResponseEntity.created(URI.create("/api/items/" + item))
                .body(FindingDocument.of(findings.of(item).orElseThrow()));
    }
}
