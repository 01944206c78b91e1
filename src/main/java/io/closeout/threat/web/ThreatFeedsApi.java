package io.closeout.threat.web;

import io.closeout.access.CurrentActor;
import io.closeout.threat.FeedStates;
import io.closeout.threat.ThreatFeeds;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** What is known of attacks, for programs. */
@RestController
@RequestMapping("/api/threat-feeds")
@Tag(name = "Threat feeds", description = "Known exploited vulnerabilities, exploit prediction, SSVC decision points")
class ThreatFeedsApi {

    private final ThreatFeeds feeds;
    private final FeedStates states;
    private final CurrentActor currentActor;

    ThreatFeedsApi(ThreatFeeds feeds, FeedStates states, CurrentActor currentActor) {
        this.feeds = feeds;
        this.states = states;
        this.currentActor = currentActor;
    }

    record FeedList(List<FeedDocument> items) {}

    @GetMapping
    @Operation(summary = "What is known, how old it is, and how many open items it concerns")
    FeedList list() {
        return new FeedList(states.all().stream().map(FeedDocument::of).toList());
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "Takes a file",
            description =
                    "CISA's catalogue (KEV) as JSON or CSV, FIRST's EPSS scores as CSV or CSV.gz, or CVE records of CISA's"
                            + " Vulnrichment as JSON or a zip of them, recognised by content. Answers when open items were looked at again."
                            + " For the ISSM and administrators.")
    FeedDocument.Edition take(@RequestParam MultipartFile file) {
        return FeedDocument.Edition.of(new FeedForm(file).handTo(feeds, currentActor.get("api")));
    }
}
