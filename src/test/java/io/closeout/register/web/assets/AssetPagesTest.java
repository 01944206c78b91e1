package io.closeout.register.web.assets;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.closeout.register.AssetIdentifier;
import io.closeout.register.AssetIdentity;
import io.closeout.register.SeenAsset;
import io.closeout.testing.RegisterAndIntakeTest;
import io.closeout.testing.SignedInAs;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@RegisterAndIntakeTest
class AssetPagesTest {

    @Autowired
    MockMvc web;

    @Autowired
    SignedInAs signedIn;

    @Autowired
    AssetIdentity identity;

    private String name;
    private long id;

    @BeforeEach
    void anAsset() {
        name = "mill-" + UUID.randomUUID();
        id = identity.recognise(
                "halyard-cui-enclave",
                new SeenAsset(name, List.of(new AssetIdentifier(AssetIdentifier.Kind.FQDN, name + ".example")), null));
    }

    private ResultActions patched(String person, String body) throws Exception {
        return web.perform(patch("/api/assets/" + id)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(signedIn.person(person))
                .with(csrf()));
    }

    @Test
    void findsAssetsForPrograms() throws Exception {
        web.perform(get("/api/assets").param("q", name).with(signedIn.person("assessor")))
                .andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.items[0].criticality").value("MEDIUM"));
        web.perform(get("/api/assets/" + id).with(signedIn.person("assessor")))
                .andExpect(jsonPath("$.identifiers[0].kind").value("FQDN"));
        web.perform(get("/api/assets/999999").with(signedIn.person("assessor"))).andExpect(status().isNotFound());
        web.perform(get("/api/assets?sort=colour").with(signedIn.person("assessor")))
                .andExpect(status().isBadRequest());
    }

    @Test
    void changesWhatIsGivenAndLeavesTheRest() throws Exception {
        patched("it", "{\"criticality\":\"HIGH\",\"version\":0}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.name").value(name))
                .andExpect(jsonPath("$.criticality").value("HIGH"))
                .andExpect(jsonPath("$.version").value(1));
    }

    @Test
    void answersWithAConflictToWhoSawAnOlderVersion() throws Exception {
        patched("it", "{\"criticality\":\"HIGH\",\"version\":0}");

        patched("issm", "{\"criticality\":\"LOW\",\"version\":0}").andExpect(status().isConflict());
        patched("issm", "{\"criticality\":\"LOW\"}").andExpect(status().isBadRequest());
    }

    @Test
    void isChangedByIssmAndRemediatorsOnly() throws Exception {
        for (String person : List.of("assessor", "leader", "analyst", "admin")) {
            patched(person, "{\"criticality\":\"HIGH\",\"version\":0}").andExpect(status().isBadRequest());
        }
    }

    @Test
    void showsThePageToEverybodyAndItsFormsToWhoMayUseThem() throws Exception {
        web.perform(get("/assets/" + id).with(signedIn.person("issm")))
                .andExpect(content().string(containsString("stays as it was decided")))
                .andExpect(content().string(containsString("/assets/" + id + "/merge")));
        web.perform(get("/assets/" + id).with(signedIn.person("it")))
                .andExpect(content().string(not(containsString("/assets/" + id + "/merge"))));
        web.perform(get("/assets/" + id).with(signedIn.person("assessor")))
                .andExpect(content().string(containsString(name)))
                .andExpect(content().string(not(containsString("name=\"criticality\""))));
    }

    @Test
    void savesTheEditForm() throws Exception {
        web.perform(post("/assets/" + id)
                        .param("name", name)
                        .param("criticality", "LOW")
                        .param("publiclyExposed", "true")
                        .param("ownerGroup", "remediator")
                        .param("version", "0")
                        .with(signedIn.person("it"))
                        .with(csrf()))
                .andExpect(redirectedUrl("/assets/" + id));
        web.perform(get("/assets").param("q", name).with(signedIn.person("it")))
                .andExpect(content().string(containsString("Publicly exposed")));
    }

    @Test
    void retiresWithEvidenceAndASecondPerson() throws Exception {
        web.perform(multipart("/assets/" + id + "/evidence")
                        .param("link", "https://tickets.example/4711")
                        .param("kind", "CHANGE_RECORD")
                        .param("speaksOf", "2026-01-05")
                        .with(signedIn.person("it"))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        posted("retirement", "it", 0).andExpect(flash().attributeExists("flash"));
        web.perform(get("/assets/" + id).with(signedIn.person("it")))
                .andExpect(content().string(not(containsString("retirement/confirm"))));
        posted("retirement/confirm", "issm", 1);

        web.perform(get("/api/assets/" + id).with(signedIn.person("issm")))
                .andExpect(jsonPath("$.state").value("RETIRED"));
        web.perform(get("/assets/" + id).with(signedIn.person("issm")))
                .andExpect(content().string(containsString("confirmed by Mara Lindqvist")));
    }

    private ResultActions posted(String action, String person, int version) throws Exception {
        return web.perform(post("/assets/" + id + "/" + action)
                .param("reason", "Scrapped")
                .param("version", String.valueOf(version))
                .with(signedIn.person(person))
                .with(csrf()));
    }

    @Test
    void listsWhatIsWrongWithAFileOfAssets() throws Exception {
        MockMultipartFile file =
                new MockMultipartFile("file", "assets.csv", "text/csv", "Name,Criticality\nx,urgent\n".getBytes());

        web.perform(multipart("/assets/import")
                        .file(file)
                        .with(signedIn.person("it"))
                        .with(csrf()))
                .andExpect(content().string(containsString("One problem was found")))
                .andExpect(content().string(containsString("urgent")));
    }

    @Test
    void handsOutAllAssetsAsCsv() throws Exception {
        web.perform(get("/assets.csv").with(signedIn.person("assessor")))
                .andExpect(header().string("Content-Disposition", containsString("attachment")))
                .andExpect(content().string(containsString(name)));
    }
}
