package io.closeout.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The machine's own Chromium; nothing is downloaded. */
class Chromium implements AutoCloseable {

    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path executable) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(QUIET)
                        .setTimeout(Visit.PATIENCE));
    }

    static Chromium start() {
        return new Chromium(executable().orElseThrow());
    }

    static Optional<Path> executable() {
        return Stream.of(
                        System.getenv("CHROME"),
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome")
                .filter(Objects::nonNull)
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** West of UTC, where dates show whether somebody took them for moments. */
    Visit visit(String address, int width, int height) {
        return new Visit(browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(address)
                .setLocale("en-US")
                .setTimezoneId("America/Chicago")
                .setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(width, height)));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
