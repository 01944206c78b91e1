package io.closeout.intake.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRowsTest {

    private static final Set<String> COLUMNS = Set.of("Host", "Risk");

    private final CollectedScan scan = new CollectedScan();

    private List<String> read(String text) throws IOException {
        List<String> rows = new ArrayList<>();
        try (CsvRows csv = CsvRows.open(CollectedScan.input(text), COLUMNS)) {
            while (csv.next(scan)) {
                rows.add(csv.place() + ": " + csv.get("Host") + "/" + csv.get("Severity", "Risk"));
            }
        }
        return rows;
    }

    @Nested
    class FindsTheColumns {

        @ParameterizedTest
        @ValueSource(strings = {",", ";", "\t", "|"})
        void whateverSeparatesThem(String separator) throws IOException {
            assertThat(read(String.join(separator, "Port", "Host", "Risk") + "\n"
                            + String.join(separator, "22", "a", "High")))
                    .containsExactly("line 2: a/High");
        }

        @Test
        void behindLinesAboutTheReport() throws IOException {
            assertThat(read("\"Report of, all\",\"1\"\n\nsep=,\nhost , RISK\na,High\n"))
                    .containsExactly("line 5: a/High");
        }

        @Test
        void andRefusesAFileWithoutThem() {
            assertThatThrownBy(() -> read("Name,Risk\na,High\n"))
                    .isInstanceOf(ScanUnreadable.class)
                    .hasMessageContaining("Host");
        }

        @Test
        void andRefusesTheSameColumnTwice() {
            assertThatThrownBy(() -> read("Host,Risk,Risk\na,High,Low\n"))
                    .hasMessageContaining("\"Risk\" is there twice");
        }
    }

    @Nested
    class ReadsTheRows {

        @Test
        void withLineBreaksAndQuotesInTheirCells() throws IOException {
            assertThat(read("Host,Risk\r\n\"a \"\"b\"\"\nc\",High\r\n\r\n d , Low \r\n"))
                    .containsExactly("line 2: a \"b\"\nc/High", "line 5: d/Low");
        }

        @Test
        void withHugeCells() throws IOException {
            assertThat(read("Host,Risk\n" + "a".repeat(300_000) + ",High\n").get(0))
                    .hasSize(300_000 + 13);
        }

        @Test
        void andNamesThoseThatDoNotFit() throws IOException {
            assertThat(read("Host,Risk\na\nb,Low,x\nc,High,,\n")).containsExactly("line 4: c/High");
            assertThat(scan.skipped).extracting(Skipped::where).containsExactly("line 2", "line 3");
            assertThat(scan.skipped.get(0).why()).contains("1 cells", "2 columns");
        }
    }

    @Nested
    class Refuses {

        @Test
        void aCellThatNeverEnds() {
            assertThatThrownBy(() -> read("Host,Risk\na,High\n\"b,Low\nc,Low\n"))
                    .isInstanceOf(ScanUnreadable.class)
                    .hasMessageContaining("line 3")
                    .hasMessageContaining("never ends");
        }

        @Test
        void aLastRowThatBreaksOff() {
            assertThatThrownBy(() -> read("Port,Host,Risk\n22,a,High\n23,b"))
                    .hasMessageContaining("line 3: the file breaks off");
        }

        @Test
        void aRowWithoutEndLongBeforeTheMemoryIsFull() {
            ScanInput endless = ScanInput.of(
                    "endless",
                    () -> new SequenceInputStream(
                            new ByteArrayInputStream("Host,Risk\n\"".getBytes(StandardCharsets.UTF_8)),
                            new InputStream() {
                                @Override
                                public int read() {
                                    return 'x';
                                }

                                @Override
                                public int read(byte[] target, int offset, int length) {
                                    Arrays.fill(target, offset, offset + length, (byte) 'x');
                                    return length;
                                }
                            }));
            assertThatThrownBy(() -> {
                        try (CsvRows csv = CsvRows.open(endless, COLUMNS)) {
                            csv.next(scan);
                        }
                    })
                    .isInstanceOf(ScanUnreadable.class)
                    .hasMessageContaining("line 2")
                    .hasMessageContaining("longer than the limit");
        }

        @Test
        void nothingOfWhatTheDiskRefuses() {
            ScanInput broken = ScanInput.of(
                    "broken",
                    () -> new SequenceInputStream(
                            new ByteArrayInputStream("Host,Risk\na,High\n".getBytes(StandardCharsets.UTF_8)),
                            new InputStream() {
                                @Override
                                public int read() throws IOException {
                                    throw new IOException("disk");
                                }
                            }));
            assertThatThrownBy(() -> {
                        try (CsvRows csv = CsvRows.open(broken, COLUMNS)) {
                            csv.next(scan);
                            csv.next(scan);
                        }
                    })
                    .isExactlyInstanceOf(IOException.class)
                    .hasMessage("disk");
        }
    }
}
