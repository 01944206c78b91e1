package io.closeout.intake.parser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TextReaderTest {

    private static final String TEXT = "Plugin ID;Händler\n10107;„Zertifikat“ 5 €\n";

    @ParameterizedTest
    @MethodSource
    void tellsTheEncodingByTheBytes(Charset charset, int... mark) throws IOException {
        assertThat(read(new ByteArrayInputStream(bytes(charset, mark)))).isEqualTo(TEXT);
    }

    static Stream<Arguments> tellsTheEncodingByTheBytes() {
        return Stream.of(
                Arguments.of(StandardCharsets.UTF_8, new int[] {}),
                Arguments.of(StandardCharsets.UTF_8, new int[] {0xEF, 0xBB, 0xBF}),
                Arguments.of(StandardCharsets.UTF_16LE, new int[] {}),
                Arguments.of(StandardCharsets.UTF_16LE, new int[] {0xFF, 0xFE}),
                Arguments.of(StandardCharsets.UTF_16BE, new int[] {}),
                Arguments.of(StandardCharsets.UTF_16BE, new int[] {0xFE, 0xFF}),
                Arguments.of(Charset.forName("windows-1252"), new int[] {}));
    }

    private static byte[] bytes(Charset charset, int... mark) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int each : mark) {
            bytes.write(each);
        }
        bytes.writeBytes(TEXT.getBytes(charset));
        return bytes.toByteArray();
    }

    @Test
    void readsWhatComesInSmallPieces() throws IOException {
        String text = "€".repeat(100_000);
        InputStream dripping = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, 7));
            }
        };
        assertThat(read(dripping)).isEqualTo(text);
    }

    @Test
    void leavesNulOut() throws IOException {
        assertThat(read(new ByteArrayInputStream("ab\0\0\0cd\0".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("abcd");
    }

    @Test
    void endsWithAnUnfinishedCharacter() throws IOException {
        assertThat(read(new ByteArrayInputStream(new byte[] {'a', (byte) 0xE2, (byte) 0x82})))
                .startsWith("a")
                .hasSize(3);
    }

    @Test
    void readsNothingFromNothing() throws IOException {
        assertThat(read(InputStream.nullInputStream())).isEmpty();
    }

    private static String read(InputStream in) throws IOException {
        try (TextReader reader = TextReader.of(in)) {
            StringWriter text = new StringWriter();
            reader.transferTo(text);
            return text.toString();
        }
    }
}
