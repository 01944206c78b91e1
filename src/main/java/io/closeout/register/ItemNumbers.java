package io.closeout.register;

import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hands out item numbers, a run at a time and in a transaction of their own, so that what is reserved stays reserved when the
 * work that wanted it is tried again. Gaps are allowed, a second use is not.
 */
@Component
public class ItemNumbers {

    private final JdbcClient jdbc;

    ItemNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return {@code count} ids of that year, ascending */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public List<PoamId> reserve(int year, int count) {
        if (count == 0) {
            return List.of();
        }
        // The row lock makes parallel reservations queue up; the first one of a year races for the insert.
        if (advance(year, count) == 0) {
            startYear(year);
            advance(year, count);
        }
        int last = jdbc.sql("select last_number from item_number where detection_year = ?")
                .param(year)
                .query(Integer.class)
                .single();
        return IntStream.rangeClosed(last - count + 1, last)
                .mapToObj(number -> PoamId.of(year, number))
                .toList();
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
