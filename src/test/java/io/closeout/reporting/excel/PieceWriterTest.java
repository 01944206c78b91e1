package io.closeout.reporting.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class PieceWriterTest {

    private final StringWriter written = new StringWriter();
    private final PieceWriter writer = new PieceWriter(new BufferedWriter(written));

    @Test
    void keepsPiecesInOrderWhateverTheirLength() throws IOException {
        StringBuilder expected = new StringBuilder();
        for (int length : new int[] {1, 5_000, 12_000, 40_000, 0, 16_384, 3, 16_385}) {
            String piece = "abcdefghij".repeat(length / 10 + 1).substring(0, length);
            expected.append(piece).append('|').append(piece);
            writer.write(piece);
            writer.write('|');
            writer.write(piece.toCharArray());
        }
        writer.close();
        assertThat(written).hasToString(expected.toString());
    }

    @Test
    void canBeClosedTwice() throws IOException {
        writer.write("once");
        writer.close();
        writer.close();
        assertThat(written).hasToString("once");
    }
}
