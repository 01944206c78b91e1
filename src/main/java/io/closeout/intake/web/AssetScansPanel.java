package io.closeout.intake.web;

import io.closeout.access.Person;
import io.closeout.intake.AssetSightings;
import io.closeout.web.AssetPanel;
import io.closeout.web.Panel;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The scans that saw an asset. */
@Component
class AssetScansPanel implements AssetPanel {

    private final AssetSightings sightings;

    AssetScansPanel(AssetSightings sightings) {
        this.sightings = sightings;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Panel panel(long assetId, Person viewer) {
        return new Panel(
                "intake/asset-scans",
                Map.of("sightings", sightings.of(assetId), "informational", sightings.informational(assetId)));
    }
}
