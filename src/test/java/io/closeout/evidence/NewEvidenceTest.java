package io.closeout.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.closeout.shared.Refused;
import java.io.InputStream;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewEvidenceTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    @Test
    void takesAWebAddressAsLink() {
        NewEvidence evidence = linkTo(" https://tickets.example.com/CHG-12?view=1#end ");

        assertThat(evidence.content()).isEqualTo(new Link("https://tickets.example.com/CHG-12?view=1#end"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tickets/12",
                "javascript:alert(1)",
                "file:///etc/passwd",
                "ftp://example.com/log",
                "data:text/html,x",
                "https:///nohost",
                "http://bad host/",
                "https://it:secret@example.com/"
            })
    void refusesOtherLinks(String address) {
        assertThatThrownBy(() -> linkTo(address)).isInstanceOf(Refused.class).hasMessageContaining("link");
    }

    @Test
    void refusesALinkThatIsTooLong() {
        assertThatThrownBy(() -> linkTo("https://example.com/" + "x".repeat(2000)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void refusesAFileOfTheKindLink() {
        assertThatThrownBy(() ->
                        NewEvidence.file("item:1", EvidenceKind.LINK, "a.txt", InputStream.nullInputStream(), DAY, ""))
                .isInstanceOf(Refused.class);
    }

    @Test
    void refusesANoteThatIsTooLong() {
        assertThatThrownBy(() ->
                        NewEvidence.link("item:1", EvidenceKind.LINK, "https://example.com", DAY, "x".repeat(2001)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("2000");
    }

    private static NewEvidence linkTo(String address) {
        return NewEvidence.link("item:1", EvidenceKind.LINK, address, DAY, "");
    }
}
