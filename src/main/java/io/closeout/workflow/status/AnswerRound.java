package io.closeout.workflow.status;

import com.fasterxml.jackson.databind.JsonNode;
import io.closeout.register.PoamId;
import io.closeout.review.extension.MoreTime;
import io.closeout.review.status.Outlook;
import io.closeout.review.status.RoundAnswer;
import io.closeout.review.status.StatusRounds;
import io.closeout.review.status.StatusWord;
import io.closeout.shared.Refused;
import io.closeout.workflow.Acting;
import io.closeout.workflow.Answers;
import io.closeout.workflow.Step;
import io.closeout.workflow.UpdateStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.jspecify.annotations.Nullable;

/** Hands an owner's words on all their items to the round, which records all of them or none. */
@Step("updateStatus")
class AnswerRound implements TaskListener {

    private final StatusRounds rounds;
    private final Acting acting;

    AnswerRound(StatusRounds rounds, Acting acting) {
        this.rounds = rounds;
        this.acting = acting;
    }

    @Override
    public void notify(DelegateTask task) {
        Answers answers = new Answers(task);
        boolean restOnTrack = "true".equalsIgnoreCase(answers.text(UpdateStatus.REST_ON_TRACK));
        Map<PoamId, StatusWord> words =
                byItem(answers.list(UpdateStatus.WORDS, "words on the items"), row -> word(row, restOnTrack));
        Map<PoamId, MoreTime> moreTime =
                byItem(answers.list(UpdateStatus.MORE_TIME, "requests for more time"), AnswerRound::moreTime);
        rounds.answer(
                RoundOf.execution(task.getExecution()), new RoundAnswer(words, moreTime), acting.current("process"));
    }

    /** What a row says is refused with the name of its item. */
    private static <T> Map<PoamId, T> byItem(List<JsonNode> rows, Function<JsonNode, T> read) {
        Map<PoamId, T> found = new LinkedHashMap<>();
        for (JsonNode row : rows) {
            String item = text(row, UpdateStatus.ITEM);
            if (item == null) {
                mustBeEmpty(row);
            } else if (found.put(idOf(item), named(item, row, read)) != null) {
                throw Refused.because(item + " stands in the form twice. Keep one of both rows.");
            }
        }
        return found;
    }

    private static <T> T named(String item, JsonNode row, Function<JsonNode, T> read) {
        try {
            return read.apply(row);
        } catch (Refused refused) {
            throw Refused.because(item + ": " + refused.getMessage());
        }
    }

    private static StatusWord word(JsonNode row, boolean restOnTrack) {
        return StatusWord.said(
                restOnTrack && isLeftOpen(row) ? Outlook.ON_TRACK : outlook(text(row, UpdateStatus.OUTLOOK)),
                percent(text(row, UpdateStatus.PERCENT)),
                text(row, UpdateStatus.NOTE),
                text(row, UpdateStatus.BLOCKER));
    }

    /** What something blocks is not on track unless its owner says so in its row. */
    private static boolean isLeftOpen(JsonNode row) {
        return text(row, UpdateStatus.OUTLOOK) == null && text(row, UpdateStatus.BLOCKER) == null;
    }

    private static MoreTime moreTime(JsonNode row) {
        return MoreTime.asked(
                text(row, UpdateStatus.REASON),
                Answers.parsedDate(text(row, UpdateStatus.NEW_DATE), "new date"),
                text(row, UpdateStatus.INTERIM_MITIGATION));
    }

    /** The list opens with a row that is ready to write in. */
    private static void mustBeEmpty(JsonNode row) {
        if (Stream.of(UpdateStatus.NEW_DATE, UpdateStatus.REASON, UpdateStatus.INTERIM_MITIGATION)
                .anyMatch(field -> text(row, field) != null)) {
            throw Refused.because("Say for which item you need more time.");
        }
    }

    private static PoamId idOf(String item) {
        if (!PoamId.isOne(item)) {
            throw Refused.because("\"" + item + "\" is no item. Use its id, such as POA-2026-001.");
        }
        return new PoamId(item);
    }

    private static @Nullable Outlook outlook(@Nullable String text) {
        try {
            return text == null ? null : Outlook.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw Refused.because(
                    "\"" + text + "\" does not say how it stands. Use ON_TRACK, AT_RISK, BLOCKED or" + " DONE_SOON.");
        }
    }

    private static @Nullable Integer percent(@Nullable String text) {
        try {
            return text == null ? null : Integer.valueOf(text);
        } catch (NumberFormatException notWhole) {
            throw Refused.because("\"" + text + "\" is no whole number. Give the work done so far in percent.");
        }
    }

    private static @Nullable String text(JsonNode row, String field) {
        String text = row.path(field).asText("").strip();
        return text.isEmpty() || row.path(field).isNull() ? null : text;
    }
}
