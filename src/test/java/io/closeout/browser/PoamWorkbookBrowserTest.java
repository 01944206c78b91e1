package io.closeout.browser;

import static io.closeout.exchange.testing.WrittenWorkbook.FEDRAMP;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.closeout.access.PolicyCalendar;
import io.closeout.exchange.testing.EditedExport;
import io.closeout.exchange.testing.WrittenWorkbook;
import io.closeout.register.PoamId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** A workbook of others becomes items, and an export that was edited comes back. */
class PoamWorkbookBrowserTest extends BrowserTest {

    @Autowired
    BeanFactory application;

    @Autowired
    PolicyCalendar calendar;

    @TempDir
    Path folder;

    @Test
    void becomesItemsOnceTheIssmHasLooked() throws IOException {
        LocalDate detected = calendar.today().minusDays(12);
        LocalDate planned = calendar.today().plusDays(14);
        Path file = written(
                "halyard-poam.xlsx",
                new WrittenWorkbook("Open POA&M Items")
                        .row("FedRAMP Plan of Action and Milestones (POA&M) Template")
                        .row((Object[]) FEDRAMP)
                        .row(
                                FEDRAMP,
                                Map.of(
                                        "POAM ID", "V-14",
                                        "Weakness Name", "Badge printer answers with its maker's password",
                                        "Original Risk Rating", "High",
                                        "Original Detection Date", detected,
                                        "Scheduled Completion Date", planned,
                                        "Point of Contact", "Ines Tran",
                                        "Planned Milestones", "(1) " + planned + ": Change it",
                                        "Vendor Dependency", "Yes"))
                        .row(
                                FEDRAMP,
                                Map.of(
                                        "POAM ID", "V-15",
                                        "Weakness Name", "Camera recorder keeps an account of its fitter",
                                        "Original Risk Rating", "Moderate",
                                        "Original Detection Date", detected,
                                        "Point of Contact", "Facilities"))
                        .row(
                                FEDRAMP,
                                Map.of(
                                        "POAM ID", "V-16",
                                        "Weakness Name", "Gate barrier",
                                        "Original Risk Rating", "Severe",
                                        "Original Detection Date", detected))
                        .bytes());
        try (Visit issm = visitor(Picture.WIDE, Picture.HIGH).signIn("issm", password())) {
            issm.open("/scans").link("POA&M workbooks");
            assertThat(Barriers.of(issm.page)).isEmpty();
            handIn(issm, file);
            assertThat(issm.content())
                    .contains("new items", "V-14", "ask for more time here")
                    .contains("nobody here who works items is \"Facilities\"")
                    .contains("is no rating: \"Severe\"");
            assertThat(Barriers.of(issm.page)).isEmpty();
            Picture.draw(issm.page, "poam-workbook");

            decides(issm, "Import", "Moved from the spreadsheet");
            issm.sees("The workbook is imported.");
            assertThat(Barriers.of(issm.page)).isEmpty();

            String item = issm.itemFoundBy("Badge printer");
            issm.open("/items/" + item);
            assertThat(issm.content())
                    .contains("In progress", "Ines Tran", planned.toString(), "From a workbook", "halyard-poam.xlsx");
            assertThat(Barriers.of(issm.page)).isEmpty();
        }
    }

    @Test
    void comesBackAsAMerge() throws IOException {
        PoamId item = new ItemsAtWork(application).open("Mill controller: firmware without support");
        try (Visit owner = visitor(Picture.WIDE, Picture.HIGH).signIn(ItemsAtWork.OWNER, password())) {
            byte[] export = owner.page.request().get("/api/exports/poam.xlsx").body();
            Path file;
            try (InputStream in = new ByteArrayInputStream(export)) {
                file = written(
                        "edited.xlsx",
                        EditedExport.of(item, in)
                                .with("Resources required", "A fitter from the maker, two nights")
                                .with("Status", "Closed")
                                .bytes()
                                .readAllBytes());
            }
            handIn(owner.open("/poam-workbooks"), file);
            assertThat(owner.content())
                    .contains("Items that differ", "A fitter from the maker, two nights", "Nothing closes by a cell");
            assertThat(Barriers.of(owner.page)).isEmpty();
            Picture.draw(owner.page, "poam-merge");

            decides(owner, "Import", "The maker wrote back");
            owner.sees("The workbook is imported.");
            owner.open("/items/" + item);
            assertThat(owner.content()).contains("A fitter from the maker, two nights");
        }
    }

    private Path written(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private static void handIn(Visit person, Path file) {
        Page page = person.page;
        page.getByLabel("File").setInputFiles(file);
        person.button("Compare");
        page.waitForURL("**/poam-workbooks/*");
        person.sees("Nothing has changed yet");
    }

    private static void decides(Visit person, String answer, String reason) {
        person.page.getByLabel(Pattern.compile("^" + answer)).check();
        person.page.getByLabel("Reason").fill(reason);
        person.button("Decide");
    }
}
