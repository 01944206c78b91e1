package io.closeout.web;

import io.closeout.access.CurrentActor;
import io.closeout.access.Group;
import io.closeout.access.Organization;
import io.closeout.access.Person;
import io.closeout.access.SamplePeople;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What the layout shows around a page; templates read it as {@code ${@frame.…}}, error pages included. */
@Component
class Frame {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private static final List<Link> LINKS = List.of(
            new Link("home", "/", "house"),
            new Link("items", "/items", "list-check"),
            new Link("scans", "/scans", "upload"),
            new Link("findings", "/findings", "journal-plus"),
            new Link("threats", "/threats", "shield-exclamation"),
            new Link("assets", "/assets", "hdd-network"),
            new Link("assessment", "/assessment", "clipboard-check"),
            new Link("tasks", "/camunda/app/tasklist/default/", "inboxes"),
            new Link("reports", "/reports", "file-earmark-bar-graph"));
    /** Pages of a section that lie beside its address. */
    private static final Map<String, List<String>> PARTS =
            Map.of("items", List.of("/joins"), "scans", List.of("/tables", "/poam-workbooks"));

    private static final Link PROCESSES = new Link("processes", "/camunda/app/cockpit/default/", "diagram-3");
    private static final Link MODELS = new Link("models", "/models", "diagram-2");
    private static final Link PEOPLE = new Link("people", "/people", "people");

    private final CurrentActor currentActor;
    private final Organization organization;
    private final ObjectProvider<SamplePeople> samplePeople;

    Frame(CurrentActor currentActor, Organization organization, ObjectProvider<SamplePeople> samplePeople) {
        this.currentActor = currentActor;
        this.organization = organization;
        this.samplePeople = samplePeople;
    }

    /** A place in the navigation; its words are {@code frame.nav.<name>}. */
    record Link(String name, String href, String icon) {}

    public boolean isSignedIn() {
        return currentActor.person().isPresent();
    }

    public boolean isAdministrator() {
        return viewerIsIn(Group.CAMUNDA_ADMIN);
    }

    public @Nullable Person getPerson() {
        return currentActor.person().orElse(null);
    }

    public String getCompany() {
        return isSignedIn() ? organization.name() : "";
    }

    public List<Link> getLinks() {
        List<Link> links = new ArrayList<>(LINKS);
        if (viewerIsIn(Group.PROCESS_ANALYST) || isAdministrator()) {
            links.add(PROCESSES);
            links.add(MODELS);
        }
        if (isAdministrator()) {
            links.add(PEOPLE);
        }
        return links;
    }

    public boolean isHere(Link link) {
        String path = ServletUriComponentsBuilder.fromCurrentRequest().build().getPath();
        return path != null
                && (link.href().equals("/")
                        ? path.equals("/")
                        : path.startsWith(link.href())
                                || PARTS.getOrDefault(link.name(), List.of()).stream()
                                        .anyMatch(path::startsWith));
    }

    /** People to switch to; empty outside the demo. */
    public List<Person> getSamplePeople() {
        return samplePeople.stream().flatMap(people -> people.all().stream()).toList();
    }

    /** This page's address with one query parameter changed; a change of anything but the page starts at the first. */
    public String hereWith(String parameter, Object value) {
        ServletUriComponentsBuilder here = ServletUriComponentsBuilder.fromCurrentRequest();
        if (!parameter.equals("page")) {
            here.replaceQueryParam("page");
        }
        return here.replaceQueryParam(parameter, value).build().toUriString().replaceFirst("^https?://[^/]+", "");
    }

    /** A moment as people read it, in the company's zone: 2026-11-22 08:15; empty for none. */
    public String moment(@Nullable Instant moment) {
        return moment == null ? "" : MOMENT.format(moment.atZone(organization.zone()));
    }

    private boolean viewerIsIn(Group group) {
        return currentActor
                .person()
                .filter(person -> person.groups().contains(group))
                .isPresent();
    }
}
