package io.closeout.register.web.assets;

import io.closeout.access.CurrentActor;
import io.closeout.register.AssetSheet;
import io.closeout.register.AssetSheet.Outcome;
import io.closeout.shared.Refused;
import io.closeout.shared.TooLarge;
import io.closeout.web.Flash;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Assets as a CSV file, out and in. */
@Controller
class AssetSheetPages {

    private static final DataSize LARGEST = DataSize.ofMegabytes(10);

    private final AssetSheet sheet;
    private final CurrentActor currentActor;

    AssetSheetPages(AssetSheet sheet, CurrentActor currentActor) {
        this.sheet = sheet;
        this.currentActor = currentActor;
    }

    @GetMapping("/assets.csv")
    void export(HttpServletResponse response) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"assets.csv\"");
        sheet.write(response.getWriter());
    }

    @GetMapping("/assets/import")
    String form() {
        return "assets/import";
    }

    @PostMapping("/assets/import")
    String read(@RequestParam(required = false) @Nullable MultipartFile file, Model model, RedirectAttributes redirect)
            throws IOException {
        try {
            Outcome outcome = read(file);
            if (outcome.problems().isEmpty()) {
                Flash.done(redirect, "assets.imported", outcome.lines(), outcome.changed());
                return "redirect:/assets";
            }
            model.addAttribute("outcome", outcome);
        } catch (Refused refused) {
            model.addAttribute("refused", refused.getMessage());
        }
        return "assets/import";
    }

    private Outcome read(@Nullable MultipartFile file) throws IOException {
        if (file == null || file.isEmpty()) {
            throw Refused.because("Choose a CSV file that has content.");
        }
        if (file.getSize() > LARGEST.toBytes()) {
            throw TooLarge.because("A file of assets may have at most " + LARGEST.toMegabytes() + " MB. Split it.");
        }
        try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            return sheet.read(reader, currentActor.get("page"));
        }
    }
}
