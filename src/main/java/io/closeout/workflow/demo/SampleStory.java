package io.closeout.workflow.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/**
 * What the sample people did with the weaknesses of the first scan and of the self-assessment, told in {@code demo/halyard-story.json}. Days in it
 * count from today: {@code "-39d"}, {@code "+180d"}.
 *
 * @param check the weakness by the scanner's check id, or the requirement that is not met
 * @param acts in the order in which they happened
 */
public record SampleStory(String check, List<Act> acts) {

    private static final Pattern DAY = Pattern.compile("\"([+-]\\d{1,3})d\"");

    /**
     * One thing that one person did on one day.
     *
     * @param does the user task without its prefix, such as {@code SignOffDate}, or {@code AddEvidence}, {@code AskForMoreTime}, {@code AskToAcceptRisk},
     *     {@code ClaimFalsePositive}, {@code CompleteMilestone}
     * @param answers the submitted fields of the task's form
     */
    public record Act(
            LocalDate on,
            String who,
            String does,
            @Nullable Map<String, Object> answers,
            @Nullable SampleEvidence evidence) {}

    /** An act and the weakness that it was about. */
    record Deed(String check, Act act) {}

    static List<SampleStory> all(LocalDate today, ObjectMapper json) throws IOException {
        String told = new ClassPathResource("demo/halyard-story.json").getContentAsString(StandardCharsets.UTF_8);
        return json.readValue(dated(told, today), new TypeReference<>() {});
    }

    /** Days that count from today become dates. */
    public static String dated(String told, LocalDate today) {
        return DAY.matcher(told).replaceAll(day -> "\"" + today.plusDays(Integer.parseInt(day.group(1))) + "\"");
    }

    /** Of all stories, day by day. */
    static List<Deed> deeds(List<SampleStory> stories) {
        return stories.stream()
                .flatMap(story -> story.acts().stream().map(act -> new Deed(story.check(), act)))
                .sorted(Comparator.comparing(deed -> deed.act().on()))
                .toList();
    }
}
