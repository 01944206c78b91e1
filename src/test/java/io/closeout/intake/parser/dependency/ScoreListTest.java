package io.closeout.intake.parser.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import io.closeout.intake.parser.CollectedScan;
import io.closeout.intake.parser.CvssScores;
import io.closeout.shared.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreListTest {

    private final CollectedScan scan = new CollectedScan();
    private final ScoreList list = new ScoreList("line 1", scan);

    /** Scores of the NVD's calculator. */
    @ParameterizedTest
    @CsvSource({
        "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H, 10.0",
        "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H, 9.8",
        "CVSS:3.0/AV:N/AC:H/PR:N/UI:N/S:U/C:N/I:N/A:H, 5.9",
        "CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H, 7.8",
        "CVSS:3.1/AV:N/AC:L/PR:L/UI:R/S:C/C:L/I:L/A:N, 5.4",
        "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:N, 0.0"
    })
    void computesTheScoreThatAVectorSays(String vector, double score) {
        assertThat(list.offer("", "", vector).scores().v3()).isEqualTo(score);
    }

    @Test
    void takesNoScoreFromHalfAVector() {
        assertThat(list.offer("", "", "CVSS:3.1/AV:N/S:U").scores().v3()).isNull();
    }

    @Test
    void tellsTheVersionByTheVectorElseByTheWord() {
        CvssScores scores = list.offer("CVSSv31", "9.8", "AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H")
                .offer("", "9.3", "CVSS:4.0/AV:N")
                .offer("", "5.0", "AV:N/AC:L/Au:N/C:N/I:N/A:P")
                .scores();
        assertThat(scores.v3()).isEqualTo(9.8);
        assertThat(scores.v4()).isEqualTo(9.3);
        assertThat(scores.v2()).isEqualTo(5.0);
    }

    @Test
    void keepsTheFirstOfEachVersion() {
        assertThat(list.offerV3("7.5", "").offerV3("9.8", "").scores().v3()).isEqualTo(7.5);
    }

    @Test
    void takesNoughtWithoutAVectorForNoScore() {
        assertThat(list.offerV3("0", "").offerV2("0.0", "").scores()).isEqualTo(CvssScores.NONE);
    }

    @Test
    void reportsWhatIsNoScore() {
        assertThat(list.offerV3("eleven", "").scores().v3()).isNull();
        assertThat(scan.skipped).hasSize(1);
    }

    @Test
    void ratesByScoreOnlyWhatTheToolDoesNotRate() {
        SeverityScale scale = SeverityScale.ofFour().unrated("unknown");
        CvssScores high = list.offerV3("7.5", "").scores();
        assertThat(scale.rate("Unknown", high)).isEqualTo(Severity.HIGH);
        assertThat(scale.rate("", high)).isEqualTo(Severity.HIGH);
        assertThat(scale.rate("low", high)).isEqualTo(Severity.LOW);
        assertThat(scale.rate("purple", high)).isNull();
        assertThat(scale.rate("unknown", CvssScores.NONE)).isNull();
    }
}
