package io.closeout.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.closeout.testing.RunningCloseout;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The report of a drill as somebody opens it who holds one. It takes a minute or two, so it is held only for its picture. */
@ExtendWith(NeedsChromium.class)
@EnabledIfSystemProperty(named = Picture.WANTED, matches = "true")
class DrillReportBrowserTest {

    @TempDir
    private Path folder;

    @Test
    void meetsWcag22AaWithEveryStoryOpen() throws IOException, InterruptedException {
        Path report = folder.resolve("report.html");
        assertThat(RunningCloseout.command("drill", "--out=" + report)).isZero();
        try (Chromium chromium = Chromium.start();
                Visit visit = chromium.visit(folder.toUri().toString(), Picture.WIDE, Picture.HIGH)) {
            Page page = visit.open(report.toUri().toString()).page;
            Picture.draw(page, "drill");
            page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)");
            assertThat(Barriers.of(page)).isEmpty();
        }
    }
}
