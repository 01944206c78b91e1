package io.closeout.exchange.reader;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A workbook with other content in its parts than a spreadsheet program would write. */
record Replaced(byte[] workbook) {

    byte[] in(String part, String from, String to) throws IOException {
        return packed(part, text -> text.replace(from, to), new byte[0]);
    }

    byte[] with(String part, byte[] content) throws IOException {
        return packed(part, UnaryOperator.identity(), content);
    }

    private byte[] packed(String part, UnaryOperator<String> change, byte[] added) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(workbook));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] content = in.readAllBytes();
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(
                        entry.getName().equals(part)
                                ? change.apply(new String(content, StandardCharsets.UTF_8))
                                        .getBytes(StandardCharsets.UTF_8)
                                : content);
            }
            if (added.length > 0) {
                out.putNextEntry(new ZipEntry(part));
                out.write(added);
            }
        }
        return bytes.toByteArray();
    }
}
