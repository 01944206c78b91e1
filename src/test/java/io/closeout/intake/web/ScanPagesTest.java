package io.closeout.intake.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.closeout.testing.RegisterAndIntakeTest;
import io.closeout.testing.SignedInAs;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

@RegisterAndIntakeTest
class ScanPagesTest {

    @Autowired
    MockMvc web;

    @Autowired
    SignedInAs signedIn;

    private static MockMultipartFile aScan(String host, String end) {
        return new MockMultipartFile("file", host + ".nessus", "text/xml", """
                <?xml version="1.0" ?>
                <NessusClientData_v2><Policy><policyName>Weekly</policyName></Policy>
                <Report name="weekly"><ReportHost name="%s"><HostProperties>
                <tag name="HOST_END">%s</tag><tag name="host-ip">10.7.7.%d</tag></HostProperties>
                <ReportItem port="445" svc_name="cifs" protocol="tcp" severity="2" pluginID="57608" pluginName="SMB Signing not required" pluginFamily="Misc.">
                <cvss3_base_score>5.3</cvss3_base_score></ReportItem>
                <ReportItem port="0" svc_name="general" protocol="tcp" severity="0" pluginID="19506" pluginName="Nessus Scan Information" pluginFamily="Settings"></ReportItem>
                </ReportHost></Report></NessusClientData_v2>
                """.formatted(
                host, end, Math.floorMod(host.hashCode(), 250)).getBytes());
    }

    private String imported(MockMultipartFile file) throws Exception {
        MvcResult answer = web.perform(multipart("/api/scans")
                        .file(file)
                        .with(signedIn.person("it"))
                        .with(csrf()))
                .andExpect(status().isAccepted())
                .andReturn();
        return String.valueOf(answer.getResponse().getHeader("Location"));
    }

    @Test
    void answersAnUploadAtOnceAndTellsLaterWhatItFound() throws Exception {
        String location = imported(aScan("mill", "Mon Mar  2 10:00:00 2026"));

        web.perform(get(location).with(signedIn.person("assessor")))
                .andExpect(jsonPath("$.state").value("DONE"))
                .andExpect(jsonPath("$.progress").value(100))
                .andExpect(jsonPath("$.format").value("nessus-v2"))
                .andExpect(jsonPath("$.counts.records").value(2))
                .andExpect(jsonPath("$.counts.new").value(1))
                .andExpect(jsonPath("$.counts.itemsOpened").value(1))
                .andExpect(jsonPath("$.receivedBy").value("it"))
                .andExpect(jsonPath("$.problems").isEmpty());
    }

    @Test
    void changesNothingTheSecondTimeAndShowsWhatIsStillSeen() throws Exception {
        MockMultipartFile file = aScan("lathe", "Mon Mar  2 10:00:00 2026");
        imported(file);

        String again = imported(file);

        web.perform(get(again).with(signedIn.person("it")))
                .andExpect(jsonPath("$.counts.new").value(0))
                .andExpect(jsonPath("$.counts.seenAgain").value(1))
                .andExpect(jsonPath("$.counts.itemsOpened").value(0));
        web.perform(get(again.replace("/api", "")).with(signedIn.person("it")))
                .andExpect(content().string(containsString("id=\"seen\"")))
                .andExpect(content().string(not(containsString("id=\"new\""))));
    }

    @Test
    void saysOfWhichMachinesAScanProvesNothing() throws Exception {
        imported(aScan("unseen-one", "Mon Mar  2 10:00:00 2026"));

        String other = imported(aScan("seen-one", "Mon Mar  2 11:00:00 2026"));

        web.perform(get(other.replace("/api", "")).with(signedIn.person("issm")))
                .andExpect(content().string(containsString("unseen-one")))
                .andExpect(content().string(containsString("was not in this scan")));
    }

    @Test
    void refusesAFileThatIsNoScanAndSaysWhatToDo() throws Exception {
        String location = imported(new MockMultipartFile("file", "note.txt", "text/plain", "Hello".getBytes()));

        web.perform(get(location).with(signedIn.person("it")))
                .andExpect(jsonPath("$.state").value("REFUSED"))
                .andExpect(jsonPath("$.problems[0].where").value("note.txt"));
        web.perform(get(location.replace("/api", "")).with(signedIn.person("it")))
                .andExpect(content().string(containsString("refused as a whole")))
                .andExpect(content().string(containsString("not recognised")));
    }

    @Test
    void listsScansAPageAtATime() throws Exception {
        imported(aScan("listed", "Mon Mar  2 10:00:00 2026"));

        web.perform(get("/api/scans?size=1").with(signedIn.person("assessor")))
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.size").value(1))
                .andExpect(jsonPath("$.total").isNumber());
        web.perform(get("/scans").with(signedIn.person("assessor")))
                .andExpect(content().string(containsString("listed.nessus")))
                .andExpect(content().string(not(containsString("/scans/new"))));
    }

    @Nested
    class BrokenRequests {

        private final MockMultipartFile file = aScan("broken", "Mon Mar  2 10:00:00 2026");

        @Test
        void needAFile() throws Exception {
            web.perform(multipart("/api/scans").with(signedIn.person("it")).with(csrf()))
                    .andExpect(status().isBadRequest());
            web.perform(multipart("/scans").with(signedIn.person("it")).with(csrf()))
                    .andExpect(content().string(containsString("Choose the scan file")));
        }

        @Test
        void mayNotAskForAnUnknownFormat() throws Exception {
            web.perform(multipart("/api/scans")
                            .file(file)
                            .param("format", "xyz")
                            .with(signedIn.person("it"))
                            .with(csrf()))
                    .andExpect(status().isBadRequest())
                    .andExpect(jsonPath("$.detail").value(containsString("nessus-v2")));
        }

        @Test
        void mayNotBeTooLarge() throws Exception {
            MockMultipartFile large = new MockMultipartFile("file", "big.nessus", "text/xml", new byte[1_100_000]);

            web.perform(multipart("/api/scans")
                            .file(large)
                            .with(signedIn.person("it"))
                            .with(csrf()))
                    .andExpect(status().isPayloadTooLarge())
                    .andExpect(jsonPath("$.detail").value(containsString("1 MB")));
        }

        @Test
        void mayNotComeFromPeopleWhoOnlyRead() throws Exception {
            web.perform(multipart("/api/scans")
                            .file(file)
                            .with(signedIn.person("assessor"))
                            .with(csrf()))
                    .andExpect(status().isBadRequest())
                    .andExpect(jsonPath("$.detail").value(containsString("may import scans")));
        }

        @Test
        void mayNotAskForAScanThatIsNotThere() throws Exception {
            web.perform(get("/api/scans/424242").with(signedIn.person("it")))
                    .andExpect(status().isNotFound())
                    .andExpect(header().string("Content-Type", "application/problem+json"));
        }
    }

    @Test
    void stopsAskingForProgressOnceAnImportIsDone() throws Exception {
        String page = imported(aScan("polled", "Mon Mar  2 10:00:00 2026")).replace("/api", "");

        String answer = web.perform(get(page + "/progress").with(signedIn.person("it")))
                .andExpect(header().string("HX-Refresh", "true"))
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(answer).contains("role=\"progressbar\"").contains("aria-valuenow=\"100\"");
    }
}
