package io.closeout.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The worked example of docs/ledger.md, computed by hand and by the program. */
class LedgerDocumentTest {

    private static final Pattern EXAMPLE = Pattern.compile("```\n(\\d+:closeout-.*)\n([0-9a-f]{64})\n```");

    private static final LedgerField DATE = LedgerField.of(
            "plannedCompletion", Change.of("2026-03-31", "2026-04-15"), "00112233445566778899aabbccddeeff");
    private static final LedgerField REASON =
            LedgerField.of("reason", Change.to("Der Hersteller prüft noch"), "ffeeddccbbaa99887766554433221100");

    private List<MatchResult> examples;

    @BeforeEach
    void readTheDocument() throws Exception {
        String document = Files.readString(Path.of("docs/ledger.md"));
        examples = EXAMPLE.matcher(document).results().toList();
        assertThat(examples).hasSize(3);
    }

    @Test
    void givesDigestsThatAnyToolGives() throws Exception {
        for (MatchResult example : examples) {
            byte[] form = example.group(1).getBytes(StandardCharsets.UTF_8);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(form);
            assertThat(HexFormat.of().formatHex(digest)).isEqualTo(example.group(2));
        }
    }

    @Test
    void writesFieldsAsTheProgramDoes() {
        assertThat(DATE.digest()).isEqualTo(examples.get(0).group(2));
        assertThat(REASON.digest()).isEqualTo(examples.get(1).group(2));
    }

    @Test
    void writesTheEventAsTheProgramDoes() {
        CanonicalForm form = CanonicalForm.ofEvent(
                Instant.parse("2026-03-01T09:30:00.123456Z"),
                "issm",
                "tasklist",
                "datesMoved",
                "item:POA-2026-001",
                List.of(DATE, REASON));

        assertThat(form).hasToString(examples.get(2).group(1));
        assertThat(form.digest()).isEqualTo(examples.get(2).group(2));
    }
}
