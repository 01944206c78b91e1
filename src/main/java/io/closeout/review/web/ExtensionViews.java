package io.closeout.review.web;

import io.closeout.register.PoamId;
import io.closeout.review.extension.ExtensionRequests;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts names to requests for more time. */
@Component
class ExtensionViews {

    private final ExtensionRequests requests;
    private final SignatureLines lines;

    ExtensionViews(ExtensionRequests requests, SignatureLines lines) {
        this.requests = requests;
        this.lines = lines;
    }

    /** Newest first. */
    List<ExtensionView> of(PoamId item) {
        return requests.of(item).stream()
                .map(request -> new ExtensionView(
                        request, lines.name(request.approval().askedBy()), lines.of(request.approval())))
                .toList();
    }
}
