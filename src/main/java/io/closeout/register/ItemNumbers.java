package io.closeout.register;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands out item numbers, a run at a time and in a transaction of their own, so that what is reserved stays reserved when the
 * work that wanted it is tried again. Gaps are allowed, a second use is not.
 */
@Component
public class ItemNumbers {

    private final JdbcClient jdbc;
    private final TransactionTemplate alone;

    ItemNumbers(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.alone = new TransactionTemplate(transactions);
        alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** @return {@code count} ids of that year, ascending */
    public List<PoamId> reserve(int year, int count) {
        if (count == 0) {
            return List.of();
        }
        int last = lastOf(year, count);
        return IntStream.rangeClosed(last - count + 1, last)
                .mapToObj(number -> PoamId.of(year, number))
                .toList();
    }

    private int lastOf(int year, int count) {
        try {
            return reserveAlone(year, count);
        } catch (DuplicateKeyException raced) {
            // Somebody else began the year; its row is there now.
            return reserveAlone(year, count);
        }
    }

    /** The row lock makes parallel reservations queue up; the first one of a year races for the insert. */
    private int reserveAlone(int year, int count) {
        return Objects.requireNonNull(alone.execute(status -> {
            if (advance(year, count) == 0) {
                startYear(year);
                advance(year, count);
            }
            return jdbc.sql("select last_number from item_number where detection_year = ?")
                    .param(year)
                    .query(Integer.class)
                    .single();
        }));
    }

    private int advance(int year, int count) {
        return jdbc.sql("update item_number set last_number = last_number + ? where detection_year = ?")
                .params(count, year)
                .update();
    }

    private void startYear(int year) {
        jdbc.sql("insert into item_number (detection_year, last_number) select ?, 0 from (select 1 as one) dual_row"
                        + " where not exists (select 1 from item_number where detection_year = ?)")
                .params(year, year)
                .update();
    }
}
