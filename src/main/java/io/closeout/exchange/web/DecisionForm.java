package io.closeout.exchange.web;

import io.closeout.exchange.Decision;
import io.closeout.exchange.Decision.Choice;
import io.closeout.shared.Refused;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A decision as the page sends it: with a field {@code choice-} and the key of the cell for each that is offered. */
final class DecisionForm {

    private static final String CHOICE = "choice-";

    private DecisionForm() {}

    static Decision of(Map<String, String> sent) {
        return new Decision(
                isCommit(sent.get("decision")),
                sent.get("reason"),
                sent.get("interimMitigation"),
                sent.entrySet().stream()
                        .filter(each -> each.getKey().startsWith(CHOICE))
                        .collect(Collectors.toMap(
                                each -> each.getKey().substring(CHOICE.length()), each -> choice(each.getValue()))),
                sent.get("seen"));
    }

    /** @throws Refused for a word that is neither */
    static boolean isCommit(@Nullable String word) {
        return switch (String.valueOf(word)) {
            case "commit" -> true;
            case "discard" -> false;
            default -> throw Refused.because("Say what to do with the workbook: commit or discard.");
        };
    }

    /** @throws Refused for a word that is neither */
    static Choice choice(@Nullable String word) {
        return switch (String.valueOf(word).toLowerCase(Locale.ROOT)) {
            case "workbook" -> Choice.WORKBOOK;
            case "register" -> Choice.REGISTER;
            default -> throw Refused.because("Say of each cell which counts: workbook or register.");
        };
    }
}
