package io.closeout.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.closeout.policy.ImportGate.Facts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportGateDecisionTest {

    private final ImportGate gate = new ImportGate(new DmnDecisions(new ShippedDecisionModels()));

    @ParameterizedTest(name = "{8}")
    @CsvSource({
        "10, 10, 100,  50,   0,  0,  0, '',               half of what is open",
        "10, 10, 101,  51,   0,  0,  0, proved gone,      a little more than half",
        "10, 10,  50,  26,   0,  0,  0, proved gone,      the fewest open findings that count",
        "10, 10,  49,  49,   0,  0,  0, '',               too few open findings to be strange",
        " 0,  0, 100,   0,   0,  0,  0, names nothing,    no hosts",
        "10, 10, 100,   0, 149, 50,  0, '',               not quite three times the usual",
        "10, 10, 100,   0, 150, 50,  0, three times,      three times the usual",
        "10, 10, 100,   0,  49, 10,  0, '',               many times the usual but few",
        "10, 10, 100,   0, 900,  0,  0, '',               nobody knows what is usual",
        "10, 10, 100,   0,   0,  0,  1, older,            a day older",
        "10, 10, 100,   0,   0,  0, -7, '',               newer",
        "10,  2, 100,   0,   0,  0,  0, '',               one host in five is known",
        "11,  2, 100,   0,   0,  0,  0, another network,  fewer are known",
        " 4,  0, 100,   0,   0,  0,  0, '',               too few hosts to tell"
    })
    void holdsWhatIsStrange(
            int hosts, int known, int open, int ending, int opening, int usual, int older, String reason, String name) {
        assertThat(gate.reasons(new Facts(hosts, known, open, ending, opening, usual, older)))
                .hasSize(reason.isEmpty() ? 0 : 1)
                .allSatisfy(said -> assertThat(said).contains(reason));
    }
}
