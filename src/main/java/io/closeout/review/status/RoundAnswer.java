package io.closeout.review.status;

import io.closeout.register.PoamId;
import io.closeout.review.extension.MoreTime;
import java.util.Map;

/** What an owner answers in a round: a word on each item, and more time wanted for some. */
public record RoundAnswer(Map<PoamId, StatusWord> words, Map<PoamId, MoreTime> moreTime) {

    public RoundAnswer {
        words = Map.copyOf(words);
        moreTime = Map.copyOf(moreTime);
    }
}
