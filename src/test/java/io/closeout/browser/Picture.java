package io.closeout.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Path;

/** A picture in {@code docs/images}, drawn only with {@code -Dcloseout.screenshots=true}. */
final class Picture {

    static final String WANTED = "closeout.screenshots";

    /** Small enough for pictures below about 150 kB. */
    static final int WIDE = 1200;

    static final int HIGH = 800;

    private static final Path IMAGES = Path.of("docs/images");

    private Picture() {}

    static void draw(Page page, String name) {
        if (Boolean.getBoolean(WANTED)) {
            page.waitForLoadState(LoadState.NETWORKIDLE);
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(IMAGES.resolve(name + ".png"))
                    .setAnimations(ScreenshotAnimations.DISABLED));
        }
    }
}
