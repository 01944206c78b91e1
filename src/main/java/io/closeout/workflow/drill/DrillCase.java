package io.closeout.workflow.drill;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.closeout.policy.Track;
import io.closeout.register.ItemByHand;
import io.closeout.shared.Severity;
import io.closeout.workflow.demo.SampleStory;
import io.closeout.workflow.demo.SampleStory.Act;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.springframework.core.io.ClassPathResource;

/**
 * One item of the sample portfolio and what people do about it, or leave undone. Days in the file count from the first of the drill.
 *
 * @param name what the case is, in a few words
 */
record DrillCase(String name, String title, Severity severity, Track track, LocalDate detected, List<Act> acts) {

    static List<DrillCase> all(ObjectMapper json) {
        try {
            String told = new ClassPathResource("drill/portfolio.json").getContentAsString(StandardCharsets.UTF_8);
            return json.readValue(SampleStory.dated(told, DrillCalendar.FIRST_DAY), new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException("The sample portfolio cannot be read", e);
        }
    }

    ItemByHand item() {
        return new ItemByHand(title, null, severity, DrillCompany.ENCLAVE, "Fire drill", detected, track, List.of());
    }
}
