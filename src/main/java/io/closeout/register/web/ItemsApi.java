package io.closeout.register.web;

import io.closeout.access.CurrentActor;
import io.closeout.register.ItemFilter;
import io.closeout.register.ItemSearch;
import io.closeout.register.ItemsByHand;
import io.closeout.register.PoamId;
import io.closeout.shared.Page;
import io.closeout.shared.PageRequest;
import io.closeout.shared.Severity;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The register for programs (design, section 8). */
@RestController
@RequestMapping("/api/items")
@Tag(name = "Items", description = "The register of POA&M items")
class ItemsApi {

    private final ItemSearch search;
    private final ItemsByHand byHand;
    private final ItemDocuments documents;
    private final CurrentActor currentActor;

    ItemsApi(ItemSearch search, ItemsByHand byHand, ItemDocuments documents, CurrentActor currentActor) {
        this.search = search;
        this.byHand = byHand;
        this.documents = documents;
        this.currentActor = currentActor;
    }

    @GetMapping
    @Operation(summary = "Lists items, by default the most urgent first")
    Page<ListedItem> list(
            @Parameter(
                            description =
                                    "repeated or separated by commas, in any case; also \"all\", \"open\" and \"ended\"")
                    @RequestParam(required = false)
                    @Nullable
                    List<String> status,
            @Parameter(description = "repeated or separated by commas") @RequestParam(required = false) @Nullable
                    List<String> severity,
            @Parameter(description = "repeated or separated by commas") @RequestParam(required = false) @Nullable
                    List<String> priority,
            @Parameter(description = "id of a person") @RequestParam(required = false) @Nullable String owner,
            @RequestParam(required = false) @Nullable Boolean overdue,
            @RequestParam(required = false) @Nullable Boolean open,
            @Parameter(description = "true: only those in CISA's catalogue of known exploited vulnerabilities")
                    @RequestParam(required = false)
                    @Nullable
                    Boolean kev,
            @Parameter(description = "id of a scope") @RequestParam(required = false) @Nullable String scope,
            @Parameter(description = "in id, title, source id, CVEs and names of assets")
                    @RequestParam(required = false)
                    @Nullable
                    String q,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            @Parameter(description = "a field, or field,desc") @RequestParam(defaultValue = "") String sort) {
        ItemFilter filter = new ItemFilter(
                StatusWord.statuses(status),
                Choice.of(Severity.class, "severity", severity),
                Choice.of(Severity.class, "priority", priority),
                owner,
                overdue,
                open,
                scope,
                null,
                q,
                kev);
        return documents.listed(search.find(filter, new PageRequest(page, size, sort)));
    }

    @GetMapping("/{poamId}")
    @Operation(summary = "One item, with its assets, findings and evidence")
    SingleItem get(@PathVariable String poamId) {
        return documents.single(new PoamId(poamId));
    }

    @PostMapping
    @Operation(summary = "Opens an item by hand", description = "For the ISSM. Its process starts at once.")
    ResponseEntity<SingleItem> open(@RequestBody NewItemRequest wanted) {
        PoamId id = byHand.open(wanted.item(), currentActor.get("api")).id();
        return ResponseEntity.created(URI.create("/api/items/" + id)).body(documents.single(id));
    }
}
