package io.closeout.web.people;

import io.closeout.access.NewToken;
import io.closeout.access.TokenScope;
import io.closeout.shared.Refused;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a page or a script says about a token that it wants; 90 days if it says none. */
record TokenForm(
        @Nullable String name,
        @Nullable Set<String> scopes,
        @Nullable Integer days) {

    static TokenForm blank() {
        return new TokenForm("", Set.of("read"), 90);
    }

    NewToken token() {
        Set<TokenScope> chosen = scopes == null
                ? Set.of()
                : scopes.stream().map(TokenForm::scope).collect(Collectors.toSet());
        return new NewToken(PersonForm.text(name), chosen, days == null ? 90 : days);
    }

    private static TokenScope scope(String id) {
        return Arrays.stream(TokenScope.values())
                .filter(scope -> scope.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refused.because("There is no scope \"" + id + "\": import, read, export, work."));
    }
}
