package io.closeout.register;

import io.closeout.access.PolicyCalendar;
import io.closeout.shared.Refused;
import java.sql.Timestamp;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The system boundaries that scans, items and an SSP belong to. A small shop has one. */
@Service
@Transactional
public class Scopes {

    private final JdbcClient jdbc;
    private final PolicyCalendar calendar;

    Scopes(JdbcClient jdbc, PolicyCalendar calendar) {
        this.jdbc = jdbc;
        this.calendar = calendar;
    }

    /** @param id lower-case, derived from the name at set-up and then fixed */
    public record Scope(String id, String name) {}

    @Transactional(readOnly = true)
    public List<Scope> all() {
        return jdbc.sql("select id, name from scope order by created_at, id")
                .query(Scope.class)
                .list();
    }

    /**
     * The scope that was asked for, by id or name; the only one where none was asked for.
     *
     * @throws Refused if there is no such scope, or several and none was named
     */
    @Transactional(readOnly = true)
    public Scope resolve(@Nullable String wanted) {
        List<Scope> scopes = all();
        if (wanted == null || wanted.isBlank()) {
            if (scopes.size() == 1) {
                return scopes.get(0);
            }
            throw Refused.because(
                    scopes.isEmpty()
                            ? "No scope exists yet. Finish the set-up first."
                            : "Say which scope: " + names(scopes) + ".");
        }
        return find(scopes, wanted)
                .orElseThrow(() -> Refused.because(
                        "There is no scope \"" + wanted + "\". The scopes are: " + names(scopes) + "."));
    }

    private static Optional<Scope> find(List<Scope> scopes, String wanted) {
        return scopes.stream()
                .filter(scope ->
                        scope.id().equalsIgnoreCase(wanted) || scope.name().equalsIgnoreCase(wanted))
                .findFirst();
    }

    private static String names(List<Scope> scopes) {
        return scopes.stream().map(Scope::id).collect(Collectors.joining(", "));
    }

    public Scope add(String name) {
        Scope scope = new Scope(idFrom(name), name.strip());
        jdbc.sql("insert into scope (id, name, created_at) values (?, ?, ?)")
                .params(scope.id(), scope.name(), Timestamp.from(calendar.now()))
                .update();
        return scope;
    }

    private static String idFrom(String name) {
        String id = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("(^-)|(-$)", "");
        if (id.isEmpty()) {
            throw Refused.because("The name of the scope needs at least one letter or digit.");
        }
        return id.substring(0, Math.min(id.length(), 64));
    }
}
