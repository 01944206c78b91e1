package io.closeout.intake.web;

import io.closeout.access.Actor;
import io.closeout.intake.ScanIntake;
import io.closeout.intake.ScanIntake.Upload;
import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.registry.ParserRegistry;
import io.closeout.shared.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;
import org.springframework.web.multipart.MultipartFile;

/**
 * A scan file as page and API hand it in.
 *
 * @param scope id or name; may be missing where there is one scope
 * @param format short name of a format; the content decides, so it only guards against a wrong file
 * @param scanDate where the file itself does not say
 * @param asset what was scanned, where the file itself does not say
 * @param preview nothing is to change until somebody decides
 */
record UploadForm(
        @Nullable MultipartFile file,
        @Nullable String scope,
        @Nullable String format,
        @Nullable LocalDate scanDate,
        @Nullable String asset,
        @Nullable Boolean preview) {

    static final UploadForm BLANK = new UploadForm(null, null, null, null, null, null);

    static List<FormatDescriptor> formats() {
        return new ParserRegistry().formats();
    }

    /** @return the id of the scan */
    long handTo(ScanIntake intake, Actor by) {
        MultipartFile given = Optional.ofNullable(file)
                .filter(each -> StringUtils.hasText(each.getOriginalFilename()))
                .orElseThrow(() -> Refused.because("Choose the scan file to import, in the field \"file\"."));
        mustBeKnownFormat();
        String name = StringUtils.getFilename(StringUtils.cleanPath(String.valueOf(given.getOriginalFilename())));
        try (InputStream content = given.getInputStream()) {
            return intake.receive(
                    new Upload(String.valueOf(name), scope, scanDate, asset, Boolean.TRUE.equals(preview)),
                    content,
                    by);
        } catch (IOException broken) {
            throw new UncheckedIOException("The uploaded file cannot be read", broken);
        }
    }

    private void mustBeKnownFormat() {
        List<String> known = formats().stream().map(FormatDescriptor::format).toList();
        if (StringUtils.hasText(format) && !known.contains(format)) {
            throw Refused.because("There is no format \"" + format + "\". Known formats: "
                    + known.stream().collect(Collectors.joining(", ")) + ".");
        }
    }
}
