package io.closeout.reporting.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.access.Person;
import io.closeout.access.SignedIn;
import io.closeout.reporting.SampleRegister;
import io.closeout.reporting.Snapshot;
import io.closeout.reporting.Snapshots;
import io.closeout.review.period.Reviews;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** One review that was signed, and the next, which is planned. */
@SpringBootTest(
        classes = ReportingApplication.class,
        properties = "spring.datasource.url=jdbc:h2:mem:review-pages;DB_CLOSE_DELAY=-1")
@AutoConfigureMockMvc
class ReviewPagesTest {

    private static final Actor ISSM = new Actor("issm", Set.of(Group.ISSM), "tasklist");

    @Autowired
    MockMvc http;

    private static YearMonth signed = YearMonth.of(2000, 1);

    @BeforeAll
    static void aSignedReview(
            @Autowired DataSource dataSource, @Autowired Reviews reviews, @Autowired Snapshots snapshots) {
        SampleRegister.fill(dataSource, 10);
        new JdbcTemplate(dataSource)
                .update("insert into membership (person_id, group_id) values ('it', 'assessor'), ('it', 'leadership')");
        reviews.planFirst();
        signed = reviews.all().get(0).period();
        Snapshot snapshot = snapshots.freeze(signed.toString(), LocalDate.now().minusMonths(1));
        reviews.open(signed, snapshot.digest(), snapshot.figures().overdue().count());
        reviews.sign(signed, "Two <windows> on Sunday", 1, ISSM);
    }

    @Test
    void theListShowsFiguresAndSignaturesAndWhatIsPlanned() throws Exception {
        page("/reviews")
                .andExpect(content().string(containsString("/reviews/" + signed)))
                .andExpect(content().string(containsString("Signed by Isa Summers")))
                .andExpect(content().string(containsString(signed.plusMonths(1).toString())))
                .andExpect(content().string(containsString("opens on ")));
    }

    @Test
    void aReviewShowsItsFiguresItsOverdueItemsAndWhoSignedWhat() throws Exception {
        page("/reviews/" + signed)
                .andExpect(content().string(containsString("Two &lt;windows&gt; on Sunday")))
                .andExpect(content().string(containsString("overdue items belong to whoever signed")))
                .andExpect(content().string(containsString("Digest of the snapshot")))
                .andExpect(content().string(not(containsString("the digest does not fit"))))
                .andExpect(content().string(not(containsString("??"))));
        page("/reviews/" + signed.plusMonths(1)).andExpect(content().string(containsString("opens on ")));
    }

    @Test
    void isNotFoundWhereThereIsNone() throws Exception {
        for (String period : new String[] {"1999-01", "soon"}) {
            http.perform(get("/reviews/" + period).with(signedInAs(Group.ASSESSOR)))
                    .andExpect(status().isNotFound());
        }
    }

    @Test
    void programsReadThemToo() throws Exception {
        page("/api/reviews")
                .andExpect(jsonPath("$.items.length()").value(2))
                .andExpect(jsonPath("$.items[0].state").value("PLANNED"))
                .andExpect(jsonPath("$.items[1].signOff.by").value("issm"))
                .andExpect(jsonPath("$.items[1].figures.open").value(8));
        page("/api/reviews/" + signed)
                .andExpect(jsonPath("$.period").value(signed.toString()))
                .andExpect(jsonPath("$.snapshotDigest").isString());
    }

    private ResultActions page(String path) throws Exception {
        return http.perform(get(path).with(signedInAs(Group.ASSESSOR))).andExpect(status().isOk());
    }

    private static RequestPostProcessor signedInAs(Group group) {
        Person person = new Person("it", "Ines Tahoma", "it@hartwell.example", Set.of(group), true);
        return user(new SignedIn(person, Instant.now()));
    }
}
