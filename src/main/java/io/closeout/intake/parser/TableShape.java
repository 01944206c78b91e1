package io.closeout.intake.parser;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a table looks that somebody described.
 *
 * @param columns all of them, as the table names them
 * @param separator between cells; null to find it by the columns
 * @param charset null to find it by the bytes
 */
public record TableShape(
        List<String> columns,
        @Nullable Character separator,
        @Nullable Charset charset) {

    public TableShape {
        columns = List.copyOf(columns);
    }

    Reader reader(InputStream in) throws IOException {
        return charset == null ? TextReader.of(in) : TextReader.of(in, charset);
    }
}
