package io.closeout.reporting.web;

import io.closeout.access.CurrentActor;
import io.closeout.reporting.excel.PoamWorkbook;
import io.closeout.reporting.excel.PoamWorkbooks;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What can be taken away as a file. */
@RestController
@RequestMapping("/api/exports")
class ExportApi {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final PoamWorkbooks workbooks;
    private final CurrentActor currentActor;

    ExportApi(PoamWorkbooks workbooks, CurrentActor currentActor) {
        this.workbooks = workbooks;
        this.currentActor = currentActor;
    }

    @Operation(
            summary = "The POA&M as an Excel workbook",
            description = "Sheets Open, Closed and About. The layout is \"closeout\"; without a scope, all scopes.")
    @GetMapping("/poam.xlsx")
    void poamWorkbook(
            @RequestParam(defaultValue = PoamWorkbooks.CLOSEOUT_LAYOUT) String layout,
            @RequestParam(required = false) @Nullable String scope,
            HttpServletResponse response)
            throws IOException {
        try (PoamWorkbook workbook = workbooks.make(layout, scope, currentActor.get("api"))) {
            response.setContentType(XLSX);
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attachment(workbook.fileName()));
            workbook.writeTo(response.getOutputStream());
        }
    }

    private static String attachment(String fileName) {
        return ContentDisposition.attachment().filename(fileName).build().toString();
    }
}
