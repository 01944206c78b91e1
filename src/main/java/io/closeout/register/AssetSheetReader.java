package io.closeout.register;

import io.closeout.policy.Criticality;
import io.closeout.register.AssetIdentifier.Kind;
import io.closeout.register.AssetSheet.Problem;
import io.closeout.shared.Refused;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Reads the lines of an asset file and notes everything that is wrong with them. Knows no asset. */
final class AssetSheetReader {

    static final String ID = "ID";
    static final String NAME = "Name";
    static final String SCOPE = "Scope";
    static final String IDENTIFIERS = "Identifiers";
    static final String CRITICALITY = "Criticality";
    static final String EXPOSED = "Publicly exposed";
    static final String OWNER = "Owner group";
    static final String GROUP = "Asset group";
    static final List<String> COLUMNS = List.of(ID, NAME, SCOPE, IDENTIFIERS, CRITICALITY, EXPOSED, OWNER, GROUP);

    private static final int MOST_LINES = 100_000;
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreSurroundingSpaces(true).get();

    private final List<Line> lines = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();

    private AssetSheetReader() {}

    /**
     * One asset. What the file does not say is null and stays as it is.
     *
     * @param number of the line in the file, from 1
     * @param hasOwnerGroup whether the file has that column; an empty cell then takes the group away; {@code hasAssetGroup} likewise
     */
    record Line(
            long number,
            @Nullable Long id,
            String name,
            @Nullable String scope,
            List<AssetIdentifier> identifiers,
            @Nullable Criticality criticality,
            @Nullable Boolean publiclyExposed,
            boolean hasOwnerGroup,
            @Nullable String ownerGroup,
            boolean hasAssetGroup,
            @Nullable String assetGroup) {}

    List<Line> lines() {
        return lines;
    }

    List<Problem> problems() {
        return problems;
    }

    static AssetSheetReader read(Reader in) throws IOException {
        AssetSheetReader sheet = new AssetSheetReader();
        try (CSVParser csv = CSVParser.parse(in, FORMAT)) {
            Iterator<CSVRecord> records = csv.iterator();
            if (!records.hasNext()) {
                throw Refused.because(
                        "The file is empty. Its first line names the columns, such as \"Name,Criticality\".");
            }
            sheet.findColumns(records.next());
            while (sheet.problems.isEmpty() || sheet.places.containsKey(NAME)) {
                long number = csv.getCurrentLineNumber() + 1;
                if (!records.hasNext()) {
                    break;
                }
                sheet.add(number, records.next());
            }
        } catch (UncheckedIOException | CSVException broken) {
            throw Refused.because(
                    "The file is not readable as CSV; a quotation mark may be missing. Nothing was changed.");
        }
        return sheet;
    }

    private void findColumns(CSVRecord header) {
        for (int place = 0; place < header.size(); place++) {
            String title = header.get(place).replace("\uFEFF", "").strip();
            String known = COLUMNS.stream()
                    .filter(column -> column.equalsIgnoreCase(title))
                    .findFirst()
                    .orElse(null);
            if (known == null) {
                problems.add(new Problem(
                        1, title, "This column is not known. Known are: " + String.join(", ", COLUMNS) + "."));
            } else if (places.put(known, place) != null) {
                problems.add(new Problem(1, known, "This column is there twice."));
            }
        }
        if (!places.containsKey(NAME)) {
            problems.add(new Problem(1, NAME, "This column is missing."));
        }
    }

    private void add(long number, CSVRecord cells) {
        if (lines.size() == MOST_LINES) {
            throw Refused.because("The file has more than " + MOST_LINES + " lines. Split it.");
        }
        if (cells.size() == 1 && cells.get(0).isBlank()) {
            return;
        }
        int before = problems.size();
        Long id = id(number, cells);
        String name = cell(cells, NAME);
        if (name.isEmpty() || name.length() > 255) {
            problems.add(new Problem(number, NAME, "A name of 1 to 255 characters is needed."));
        }
        List<AssetIdentifier> identifiers = identifiers(number, cells, name);
        Criticality criticality = criticality(number, cells);
        Boolean exposed = exposed(number, cells);
        checkOwner(number, cells);
        if (problems.size() == before) {
            lines.add(new Line(
                    number,
                    id,
                    name,
                    cell(cells, SCOPE),
                    identifiers,
                    criticality,
                    exposed,
                    places.containsKey(OWNER),
                    cell(cells, OWNER),
                    places.containsKey(GROUP),
                    cell(cells, GROUP)));
        }
    }

    private String cell(CSVRecord cells, String column) {
        Integer place = places.get(column);
        return place == null || place >= cells.size()
                ? ""
                : SafeCell.in(cells.get(place)).strip();
    }

    private @Nullable Long id(long number, CSVRecord cells) {
        String text = cell(cells, ID);
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("\\d{1,18}")) {
            problems.add(new Problem(number, ID, "\"" + text + "\" is no id. Leave it empty for a new asset."));
            return null;
        }
        return Long.valueOf(text);
    }

    private List<AssetIdentifier> identifiers(long number, CSVRecord cells, String name) {
        List<AssetIdentifier> identifiers = new ArrayList<>();
        for (String text : cell(cells, IDENTIFIERS).split(";")) {
            if (!text.isBlank()) {
                identifier(number, text.strip(), identifiers);
            }
        }
        return identifiers.isEmpty() && !name.isEmpty() ? List.of(new AssetIdentifier(Kind.NAME, name)) : identifiers;
    }

    private void identifier(long number, String text, List<AssetIdentifier> identifiers) {
        int colon = text.indexOf(':');
        String kind = colon < 0 ? "" : text.substring(0, colon).strip().toUpperCase(Locale.ROOT);
        boolean known =
                Arrays.stream(Kind.values()).anyMatch(each -> each.name().equals(kind));
        if (!known || text.substring(colon + 1).isBlank()) {
            problems.add(new Problem(
                    number,
                    IDENTIFIERS,
                    "\"" + text
                            + "\" is no identifier. Write the kind, a colon and the identifier, such as \"ip:10.1.2.3\"; kinds: "
                            + names(Kind.values()) + "."));
        } else {
            identifiers.add(new AssetIdentifier(Kind.valueOf(kind), text.substring(colon + 1)));
        }
    }

    private @Nullable Criticality criticality(long number, CSVRecord cells) {
        String text = cell(cells, CRITICALITY);
        if (text.isEmpty()) {
            return null;
        }
        return Arrays.stream(Criticality.values())
                .filter(each -> each.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseGet(() -> {
                    problems.add(new Problem(
                            number,
                            CRITICALITY,
                            "\"" + text + "\" is not one of " + names(Criticality.values()) + "."));
                    return null;
                });
    }

    private @Nullable Boolean exposed(long number, CSVRecord cells) {
        String text = cell(cells, EXPOSED).toLowerCase(Locale.ROOT);
        switch (text) {
            case "":
                return null;
            case "yes", "true", "y", "1":
                return true;
            case "no", "false", "n", "0":
                return false;
            default:
                problems.add(new Problem(number, EXPOSED, "\"" + text + "\" is neither yes nor no."));
                return null;
        }
    }

    private void checkOwner(long number, CSVRecord cells) {
        String text = cell(cells, OWNER);
        boolean known = AssetChange.OWNERS.stream().anyMatch(group -> group.id().equals(text));
        if (!text.isEmpty() && !known) {
            String groups = AssetChange.OWNERS.stream().map(group -> group.id()).collect(Collectors.joining(", "));
            problems.add(new Problem(number, OWNER, "\"" + text + "\" is not one of " + groups + "."));
        }
    }

    private static String names(Enum<?>[] values) {
        return Arrays.stream(values)
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}
