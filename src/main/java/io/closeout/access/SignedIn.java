package io.closeout.access;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * The principal of a request, however the person proved who they are. Each group is an authority of the same name.
 * It carries no password: what is in a session cannot leak one.
 *
 * @param since when they proved it
 */
public record SignedIn(Person person, Instant since) implements UserDetails {

    public String id() {
        return person.id();
    }

    public Set<Group> groups() {
        return person.groups();
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return person.groups().stream()
                .map(group -> new SimpleGrantedAuthority(group.id()))
                .toList();
    }

    @Override
    public String getPassword() {
        return "";
    }

    @Override
    public String getUsername() {
        return person.id();
    }
}
