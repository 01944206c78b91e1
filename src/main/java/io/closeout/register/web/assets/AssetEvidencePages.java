package io.closeout.register.web.assets;

import io.closeout.access.Actor;
import io.closeout.access.CurrentActor;
import io.closeout.evidence.Evidence;
import io.closeout.evidence.Evidence.EvidenceFile;
import io.closeout.evidence.EvidenceKind;
import io.closeout.evidence.EvidenceLocker;
import io.closeout.evidence.NewEvidence;
import io.closeout.register.Asset;
import io.closeout.register.Assets;
import io.closeout.shared.NotFound;
import io.closeout.shared.Refused;
import io.closeout.web.Flash;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Evidence about an asset, such as that it was scrapped. */
@Controller
@RequestMapping("/assets/{id}/evidence")
class AssetEvidencePages {

    private final Assets assets;
    private final EvidenceLocker locker;
    private final CurrentActor currentActor;

    AssetEvidencePages(Assets assets, EvidenceLocker locker, CurrentActor currentActor) {
        this.assets = assets;
        this.locker = locker;
        this.currentActor = currentActor;
    }

    @PostMapping
    String add(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable String link,
            @RequestParam EvidenceKind kind,
            @RequestParam(required = false) @Nullable LocalDate speaksOf,
            @RequestParam(defaultValue = "") String note,
            RedirectAttributes redirect)
            throws IOException {
        Asset asset = assets.get(id);
        try {
            LocalDate day = Objects.requireNonNullElseGet(speaksOf, AssetEvidencePages::noDay);
            add(asset, file, link, kind, day, note);
            Flash.done(redirect, "asset.evidence.added");
        } catch (Refused refused) {
            Flash.refused(redirect, String.valueOf(refused.getMessage()));
        }
        return "redirect:/assets/" + id + "#retire";
    }

    private void add(
            Asset asset,
            @Nullable MultipartFile file,
            @Nullable String link,
            EvidenceKind kind,
            LocalDate day,
            String note)
            throws IOException {
        Actor by = currentActor.get("page");
        if (file != null && StringUtils.hasText(file.getOriginalFilename())) {
            String name = String.valueOf(file.getOriginalFilename());
            try (InputStream content = file.getInputStream()) {
                locker.add(NewEvidence.file(asset.subject(), kind, name, content, day, note), by);
            }
        } else if (StringUtils.hasText(link)) {
            locker.add(NewEvidence.link(asset.subject(), kind, link, day, note), by);
        } else {
            throw Refused.because("Choose a file or give a link.");
        }
    }

    private static LocalDate noDay() {
        throw Refused.because("Give the day whose state the evidence shows.");
    }

    /** Always as a download: what people upload is never shown by our own address. */
    @GetMapping("/{evidenceId}/content")
    ResponseEntity<Resource> content(@PathVariable long id, @PathVariable long evidenceId) {
        Evidence evidence = locker.get(evidenceId);
        EvidenceFile file = evidence.file();
        if (file == null || !evidence.subject().equals(assets.get(id).subject())) {
            throw NotFound.of("file of evidence", evidenceId);
        }
        ContentDisposition attachment = ContentDisposition.attachment()
                .filename(file.name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .contentLength(file.size())
                .body(new InputStreamResource(locker.content(evidenceId)));
    }
}
