package io.closeout.threat.reading;

import static io.closeout.threat.Feeds.scores;
import static io.closeout.threat.Feeds.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.closeout.shared.Refused;
import io.closeout.threat.reading.EpssReader.Score;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EpssReaderTest {

    private final List<Score> told = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "2026-09-29T12:00:22Z,     2026-09-29T12:00:22Z",
        "2024-01-02T00:00:00+0000, 2024-01-02T00:00:00Z",
        "2024-01-02,               2024-01-02T00:00:00Z",
    })
    void tellsModelAndDate(String written, Instant meant) throws IOException {
        EpssReader.Edition edition = EpssReader.edition(stream(scores(written)));

        assertThat(edition.modelVersion()).isEqualTo("v2026.06.15");
        assertThat(edition.scoreDate()).isEqualTo(meant);
    }

    @Test
    void tellsEachScore() throws IOException {
        EpssReader.Outcome read =
                read("CVE-1999-0001,0.03351,0.88255", "CVE-2021-40438,1,0.9\r", "CVE-2021-40439,9e-05,1E-06", "");

        assertThat(read.scores()).isEqualTo(3);
        assertThat(read.problems().count()).isZero();
        assertThat(told)
                .containsExactly(
                        new Score("CVE-1999-0001", new BigDecimal("0.03351"), new BigDecimal("0.88255")),
                        new Score("CVE-2021-40438", new BigDecimal("1.00000"), new BigDecimal("0.90000")),
                        new Score("CVE-2021-40439", new BigDecimal("0.00009"), new BigDecimal("0.00000")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CVE-1999-0002,1.1,0.5",
                "CVE-1999-0002,-0.1,0.5",
                "CVE-1999-0002,NaN,0.5",
                "CVE-1999-0002,1e-99999999,0.5",
                "CVE-1999-0002,1e99999999,0.5",
                "CVE-1999-0002,.,0.5",
                "CVE-1999-0002,0.5",
                "CVE-1999-0001,0.5,0.5",
                "1999-0002,0.5,0.5",
            })
    void listsABrokenLineAndTakesTheOthers(String broken) throws IOException {
        EpssReader.Outcome read = read("CVE-1999-0001,0.1,0.2", broken, "CVE-1999-0003,0.1,0.2");

        assertThat(read.scores()).isEqualTo(2);
        assertThat(read.problems().first()).extracting(Problem::place).containsExactly("line 4");
    }

    @Test
    void bearsALineWithoutEnd() throws IOException {
        assertThat(read("CVE-1999-0001,0.1,0.2", "x".repeat(5_000_000))
                        .problems()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void refusesAFileWithoutDateAndOneWithoutScores() {
        assertThatThrownBy(() -> EpssReader.edition(stream("cve,epss,percentile\nCVE-1999-0001,0.1,0.2\n")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("first line");
        assertThatThrownBy(() -> EpssReader.edition(stream(scores("yesterday"))))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> read("nonsense")).isInstanceOf(Refused.class).hasMessageContaining("no EPSS score");
    }

    private EpssReader.Outcome read(String... rows) throws IOException {
        return EpssReader.scores(stream(scores("2026-09-29T12:00:22Z", rows)), told::add);
    }
}
