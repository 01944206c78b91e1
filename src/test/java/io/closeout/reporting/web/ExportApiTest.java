package io.closeout.reporting.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.closeout.access.Group;
import io.closeout.access.Person;
import io.closeout.access.SignedIn;
import io.closeout.ledger.Ledger;
import io.closeout.reporting.SampleRegister;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.Set;
import javax.sql.DataSource;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@SpringBootTest(
        classes = ReportingApplication.class,
        properties = "spring.datasource.url=jdbc:h2:mem:export-api;DB_CLOSE_DELAY=-1")
@AutoConfigureMockMvc
class ExportApiTest {

    private static final String WORKBOOK = "/api/exports/poam.xlsx";

    @Autowired
    private MockMvc http;

    @Autowired
    private Ledger ledger;

    @BeforeAll
    static void aRegister(@Autowired DataSource dataSource) {
        SampleRegister.fill(dataSource, 10);
        new JdbcTemplate(dataSource)
                .update("insert into membership (person_id, group_id) select 'it', group_id from"
                        + " (values ('remediator'), ('issm'), ('leadership'), ('process-analyst'), ('assessor'),"
                        + " ('camunda-admin')) as g (group_id)");
    }

    @ParameterizedTest
    @EnumSource(Group.class)
    void handsTheWorkbookToEverybodyWhoIsSignedIn(Group group) throws Exception {
        byte[] file = http.perform(get(WORKBOOK).with(signedInAs(group)))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"))
                .andExpect(header().string(
                                "Content-Disposition",
                                matchesPattern("attachment; filename=\"poam-\\d{4}-\\d\\d-\\d\\d\\.xlsx\"")))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            assertThat(workbook.getSheet("Open").getLastRowNum()).isEqualTo(8);
        }
    }

    @Test
    void recordsWhoTookIt() throws Exception {
        http.perform(get(WORKBOOK).param("scope", "plant").with(signedInAs(Group.ASSESSOR)));
        assertThat(ledger.of("export:poam")).last().satisfies(event -> {
            assertThat(event.actor()).isEqualTo("it");
            assertThat(event.via()).isEqualTo("api");
            assertThat(event.field("scope").orElseThrow().after()).isEqualTo("plant");
        });
    }

    @Test
    void refusesAnUnknownLayoutInPlainWords() throws Exception {
        http.perform(get(WORKBOOK).param("layout", "fedramp").with(signedInAs(Group.ISSM)))
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType("application/problem+json"))
                .andExpect(header().doesNotExist("Content-Disposition"))
                .andExpect(jsonPath("$.detail").value(containsString("no layout \"fedramp\"")));
    }

    @Test
    void refusesAnUnknownScopeInPlainWords() throws Exception {
        http.perform(get(WORKBOOK).param("scope", "moon").with(signedInAs(Group.ISSM)))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value(containsString("office, plant")));
    }

    @Test
    void isClosedToStrangers() throws Exception {
        http.perform(get(WORKBOOK)).andExpect(status().isUnauthorized());
    }

    @Test
    void hasAPageWithTheButton() throws Exception {
        http.perform(get("/reports").with(signedInAs(Group.ASSESSOR)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("action=\"" + WORKBOOK + "\"")))
                .andExpect(content().string(containsString("Plant floor")))
                .andExpect(content().string(containsString("Download workbook")));
    }

    private static RequestPostProcessor signedInAs(Group group) {
        Person person = new Person("it", "Ines Tahoma", "it@hartwell.example", Set.of(group), true);
        return user(new SignedIn(person, Instant.now()));
    }
}
