package io.closeout.exchange.web;

import io.closeout.access.Actor;
import io.closeout.exchange.WorkbookDesk;
import io.closeout.shared.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;
import org.springframework.web.multipart.MultipartFile;

/**
 * A workbook as page and API hand it in.
 *
 * @param scope id or name; may be missing where there is one scope
 */
record WorkbookForm(@Nullable MultipartFile file, @Nullable String scope) {

    static final WorkbookForm BLANK = new WorkbookForm(null, null);

    private static final int LONGEST_NAME = 255;

    /** @return the id of the workbook */
    long handTo(WorkbookDesk desk, Actor by) {
        MultipartFile given = Optional.ofNullable(file)
                .filter(each -> StringUtils.hasText(each.getOriginalFilename()))
                .orElseThrow(() -> Refused.because("Choose the workbook to import, in the field \"file\"."));
        String name = String.valueOf(
                StringUtils.getFilename(StringUtils.cleanPath(String.valueOf(given.getOriginalFilename()))));
        if (name.length() > LONGEST_NAME) {
            throw Refused.because("The name of the file has more than " + LONGEST_NAME + " characters. Shorten it.");
        }
        try (InputStream content = given.getInputStream()) {
            return desk.receive(name, scope, content, by);
        } catch (IOException broken) {
            throw new UncheckedIOException("The uploaded file cannot be read", broken);
        }
    }
}
