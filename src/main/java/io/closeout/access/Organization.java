package io.closeout.access;

import java.time.ZoneId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The company that runs this Closeout. There is none until somebody has gone through the set-up. */
@Service
public class Organization {

    private final JdbcClient jdbc;
    private volatile Optional<Facts> known = Optional.empty();

    Organization(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty until set up. */
    public String name() {
        return facts().map(Facts::name).orElse("");
    }

    /** The policy's zone, in which due dates are days; UTC until set up. */
    public ZoneId zone() {
        return facts().map(Facts::zone).orElse(ZoneId.of("UTC"));
    }

    public boolean isSetUp() {
        return facts().isPresent();
    }

    /** Once: a second call breaks the table's key. */
    void setUp(String name, ZoneId zone) {
        jdbc.sql("insert into organization (id, name, zone) values (1, ?, ?)")
                .params(name, zone.getId())
                .update();
    }

    private Optional<Facts> facts() {
        if (known.isEmpty()) {
            known = jdbc.sql("select name, zone from organization where id = 1")
                    .query((row, number) -> new Facts(row.getString("name"), ZoneId.of(row.getString("zone"))))
                    .optional();
        }
        return known;
    }

    private record Facts(String name, ZoneId zone) {}
}
