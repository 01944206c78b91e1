package io.closeout.register;

import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.access.PolicyCalendar;
import io.closeout.ledger.Ledger;
import io.closeout.ledger.LedgerEntry;
import io.closeout.shared.NotFound;
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

    private static final int LONGEST_NAME = 200;

    private final JdbcClient jdbc;
    private final PolicyCalendar calendar;
    private final Ledger ledger;

    Scopes(JdbcClient jdbc, PolicyCalendar calendar, Ledger ledger) {
        this.jdbc = jdbc;
        this.calendar = calendar;
        this.ledger = ledger;
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

    /** @throws Refused if the person is no administrator, or the name is missing, too long or taken */
    public Scope add(String name, @Nullable String reason, Actor by) {
        by.mustBeIn("add a scope", Group.CAMUNDA_ADMIN);
        Scope scope = addFirst(name);
        ledger.append(LedgerEntry.of("scopeAdded", subject(scope), by)
                .with("name", scope.name())
                .because(reason));
        return scope;
    }

    /** The one of the set-up, which the ledger records with the company. */
    Scope addFirst(String name) {
        Scope scope = new Scope(idFrom(name), checked(name));
        mustBeFree(scope.name(), null);
        mustBeFree(scope.id(), null);
        jdbc.sql("insert into scope (id, name, created_at) values (?, ?, ?)")
                .params(scope.id(), scope.name(), Timestamp.from(calendar.now()))
                .update();
        return scope;
    }

    /**
     * Gives a scope another name; its id stays, by which programs and files know it.
     *
     * @return whether anything changed
     * @throws Refused if the person is no administrator, or the name is missing, too long or taken
     */
    public boolean rename(String id, String name, @Nullable String reason, Actor by) {
        by.mustBeIn("rename a scope", Group.CAMUNDA_ADMIN);
        Scope before = all().stream()
                .filter(scope -> scope.id().equals(id))
                .findFirst()
                .orElseThrow(() -> NotFound.of("scope", id));
        String after = checked(name);
        if (after.equals(before.name())) {
            return false;
        }
        mustBeFree(after, before);
        jdbc.sql("update scope set name = ? where id = ?").params(after, id).update();
        ledger.append(LedgerEntry.of("scopeRenamed", subject(before), by)
                .changed("name", before.name(), after)
                .because(reason));
        return true;
    }

    private void mustBeFree(String word, @Nullable Scope except) {
        List<Scope> others =
                all().stream().filter(scope -> !scope.equals(except)).toList();
        find(others, word).ifPresent(taken -> {
            throw Refused.because(
                    "\"%s\" is taken by the scope %s (%s). Choose a name that differs in letters or digits."
                            .formatted(word, taken.name(), taken.id()));
        });
    }

    private static String checked(String name) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw Refused.because("Please name the system boundary, at most " + LONGEST_NAME + " characters.");
        }
        return name.strip();
    }

    private static String subject(Scope scope) {
        return "scope:" + scope.id();
    }

    private static String idFrom(String name) {
        String id = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("(^-)|(-$)", "");
        if (id.isEmpty()) {
            throw Refused.because("The name of the scope needs at least one letter or digit.");
        }
        return id.substring(0, Math.min(id.length(), 64));
    }
}
