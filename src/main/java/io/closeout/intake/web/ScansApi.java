package io.closeout.intake.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.closeout.access.CurrentActor;
import io.closeout.intake.Problem;
import io.closeout.intake.Scan;
import io.closeout.intake.ScanChanges;
import io.closeout.intake.ScanCounts;
import io.closeout.intake.ScanIntake;
import io.closeout.intake.ScanState;
import io.closeout.intake.Scans;
import io.closeout.register.Suppression;
import io.closeout.shared.Page;
import io.closeout.shared.PageRequest;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Scans for programs (design: outside contract). */
@RestController
@RequestMapping("/api/scans")
class ScansApi {

    private final ScanIntake intake;
    private final Scans scans;
    private final ScanChanges changes;
    private final CurrentActor currentActor;

    ScansApi(ScanIntake intake, Scans scans, ScanChanges changes, CurrentActor currentActor) {
        this.intake = intake;
        this.scans = scans;
        this.changes = changes;
        this.currentActor = currentActor;
    }

    record CountsView(
            int records,
            int findings,
            @JsonProperty("new") int newFindings,
            int seenAgain,
            int reappeared,
            int suppressed,
            int verifiedAbsent,
            int notObserved,
            int itemsOpened,
            int itemsReopened,
            int itemsVerified) {

        static CountsView of(ScanCounts counts) {
            return new CountsView(
                    counts.records(),
                    counts.findings(),
                    counts.newFindings(),
                    counts.seenAgain(),
                    counts.reappeared(),
                    counts.suppressed(),
                    counts.verifiedAbsent(),
                    counts.notObserved(),
                    counts.itemsOpened(),
                    counts.itemsReopened(),
                    counts.itemsVerified());
        }
    }

    record ScanView(
            long id,
            ScanState state,
            @Nullable String format,
            @Nullable String scanner,
            int progress,
            CountsView counts,
            List<Problem> problems,
            String fileName,
            Instant receivedAt,
            String receivedBy,
            @Nullable LocalDate scanDate,
            String scope,
            boolean preview,
            List<String> heldBecause,
            @Nullable String decision,
            @Nullable String describeColumnsAt) {

        static ScanView of(Scan scan) {
            return new ScanView(
                    scan.id(),
                    scan.state(),
                    scan.format(),
                    scan.scanner(),
                    scan.progress(),
                    CountsView.of(scan.counts()),
                    scan.problems(),
                    scan.fileName(),
                    scan.receivedAt(),
                    scan.receivedBy(),
                    scan.scanDate(),
                    scan.scopeId(),
                    scan.preview(),
                    scan.heldBecause(),
                    scan.decision() == null ? null : scan.decision().verdict().word(),
                    scan.asksForColumns() ? "/tables/new?scan=" + scan.id() : null);
        }
    }

    /** Answers at once; what is wrong with the content shows as state {@code REFUSED} of the scan. */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<ScanView> receive(
            @RequestParam MultipartFile file,
            @RequestParam(required = false) @Nullable String scope,
            @RequestParam(required = false) @Nullable String format,
            @RequestParam(required = false) @Nullable LocalDate scanDate,
            @RequestParam(required = false) @Nullable String asset,
            @RequestParam(required = false) @Nullable Boolean preview) {
        UploadForm upload = new UploadForm(file, scope, format, scanDate, asset, preview);
        long id = upload.handTo(intake, currentActor.get("api"));
        return ResponseEntity.accepted()
                .location(URI.create("/api/scans/" + id))
                .body(ScanView.of(scans.get(id)));
    }

    @GetMapping
    Page<ScanView> list(@RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size) {
        return scans.list(new PageRequest(page, size, "")).map(ScanView::of);
    }

    @GetMapping("/{id}")
    ScanView get(@PathVariable long id) {
        return ScanView.of(scans.get(id));
    }

    /** @param asset missing for all assets of the scope */
    record SuppressedView(
            long suppression,
            String checkId,
            String title,
            @Nullable String asset,
            int findings,
            int assets,
            LocalDate until,
            String reason,
            @Nullable String item,
            @Nullable Long request,
            @Nullable String decidedBy,
            @Nullable Integer tableVersion,
            @Nullable String tableRow,
            @Nullable String tableSource) {

        static SuppressedView of(ScanChanges.LeftOut leftOut) {
            Suppression by = leftOut.by();
            return new SuppressedView(
                    by.id(),
                    by.checkId(),
                    by.title(),
                    by.asset(),
                    leftOut.findings(),
                    leftOut.assets(),
                    by.until(),
                    by.reason(),
                    by.itemId(),
                    by.requestId(),
                    by.decidedBy(),
                    by.tableVersion(),
                    by.tableRow(),
                    by.tableSource());
        }
    }

    record SuppressedList(List<SuppressedView> items) {}

    /** What was left out of the scan, and by which decision or row of the table of known false positives. */
    @GetMapping("/{id}/suppressed")
    SuppressedList suppressed(@PathVariable long id) {
        return new SuppressedList(changes.suppressed(scans.get(id).id()).stream()
                .map(SuppressedView::of)
                .toList());
    }
}
