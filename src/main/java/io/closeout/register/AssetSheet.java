package io.closeout.register;

import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.register.AssetSheetReader.Line;
import io.closeout.shared.NotFound;
import io.closeout.shared.PageRequest;
import io.closeout.shared.Refused;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Assets as a CSV file, out and in, for people who keep criticality and exposure in a spreadsheet. A file is applied whole or not
 * at all. A line with an id changes that asset; one without is recognised by its identifiers or becomes a new asset.
 */
@Service
public class AssetSheet {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader(AssetSheetReader.COLUMNS.toArray(String[]::new))
            .get();

    private final AssetRows rows;
    private final Assets assets;
    private final AssetIdentity identity;
    private final Scopes scopes;
    private final TransactionTemplate transaction;

    AssetSheet(AssetRows rows, Assets assets, AssetIdentity identity, Scopes scopes, TransactionTemplate transaction) {
        this.rows = rows;
        this.assets = assets;
        this.identity = identity;
        this.scopes = scopes;
        this.transaction = transaction;
    }

    /**
     * Something that keeps the file from being applied.
     *
     * @param line in the file, from 1
     * @param column empty if it concerns the whole line
     */
    public record Problem(long line, String column, String why) {}

    /** @param changed lines that changed something; 0 if there are problems */
    public record Outcome(int lines, int changed, List<Problem> problems) {}

    /** All assets in use, by name. */
    public void write(Appendable out) throws IOException {
        try (CSVPrinter csv = new CSVPrinter(out, FORMAT)) {
            int page = 0;
            List<AssetSummary> some;
            do {
                some = assets.find(AssetFilter.IN_USE, new PageRequest(page++, PageRequest.LARGEST, "name"))
                        .items();
                for (AssetSummary asset : some) {
                    csv.printRecord(cells(asset));
                }
            } while (some.size() == PageRequest.LARGEST);
        }
    }

    private List<String> cells(AssetSummary asset) {
        return List.of(
                String.valueOf(asset.id()),
                SafeCell.out(asset.name()),
                SafeCell.out(asset.scope()),
                SafeCell.out(rows.identifiers(asset.id()).stream()
                        .map(AssetIdentifier::text)
                        .collect(Collectors.joining("; "))),
                asset.criticality().name(),
                asset.publiclyExposed() ? "yes" : "no",
                Objects.toString(asset.ownerGroup(), ""),
                SafeCell.out(Objects.toString(asset.assetGroup(), "")));
    }

    public Outcome read(Reader in, Actor by) throws IOException {
        by.mustBeIn("import assets", Group.ISSM, Group.REMEDIATOR);
        AssetSheetReader sheet = AssetSheetReader.read(in);
        if (!sheet.problems().isEmpty()) {
            return new Outcome(sheet.lines().size(), 0, sheet.problems());
        }
        return Objects.requireNonNull(transaction.execute(status -> {
            List<Problem> problems = new ArrayList<>();
            Map<Long, Long> lineOf = new HashMap<>();
            int changed = 0;
            for (Line line : sheet.lines()) {
                try {
                    changed += apply(line, lineOf, by) ? 1 : 0;
                } catch (Refused | NotFound refused) {
                    problems.add(new Problem(line.number(), "", Objects.toString(refused.getMessage(), "")));
                }
            }
            if (!problems.isEmpty()) {
                status.setRollbackOnly();
            }
            return new Outcome(sheet.lines().size(), problems.isEmpty() ? changed : 0, problems);
        }));
    }

    private boolean apply(Line line, Map<Long, Long> lineOf, Actor by) {
        long id = line.id() == null ? recognise(line) : line.id();
        Long other = lineOf.putIfAbsent(id, line.number());
        if (other != null) {
            throw Refused.because("This is the same asset as in line " + other + ".");
        }
        Asset asset = assets.get(id);
        AssetChange wanted = new AssetChange(
                line.name(),
                given(line.criticality(), asset.criticality()),
                given(line.publiclyExposed(), asset.publiclyExposed()),
                line.hasOwnerGroup() ? line.ownerGroup() : asset.ownerGroup(),
                line.hasAssetGroup() ? line.assetGroup() : asset.assetGroup());
        return assets.change(id, asset.version(), wanted, by).version() != asset.version();
    }

    private long recognise(Line line) {
        String scope = scopes.resolve(line.scope()).id();
        return identity.recognise(scope, new SeenAsset(line.name(), line.identifiers(), null));
    }

    private static <T> T given(@Nullable T wanted, T otherwise) {
        return wanted == null ? otherwise : wanted;
    }
}
