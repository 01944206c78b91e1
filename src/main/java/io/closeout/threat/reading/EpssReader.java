package io.closeout.threat.reading;

import io.closeout.shared.Refused;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads EPSS scores line by line: a line with model version and date, one with the columns, and one for each CVE. */
public final class EpssReader {

    private static final Pattern HEAD = Pattern.compile("#model_version:([^,]{1,90}),score_date:([^,]{1,40})");
    private static final String COLUMNS = "cve,epss,percentile";
    /** There are some 300,000, and 40,000 more each year. */
    private static final int MOST_SCORES = 2_000_000;

    private static final int LONGEST_LINE = 1000;

    private EpssReader() {}

    /** What the first line says. */
    public record Edition(String modelVersion, Instant scoreDate) {}

    /** Of one CVE: the probability of its exploitation in the next 30 days, and the share of CVEs with at most that score. */
    public record Score(String cve, BigDecimal score, BigDecimal percentile) {}

    /** What came of it, besides the scores. */
    public record Outcome(int scores, Problems problems) {}

    /** @throws Refused if it is no score file, or says no date */
    public static Edition edition(InputStream in) throws IOException {
        Matcher head = HEAD.matcher(firstLines(lines(in)));
        if (!head.matches()) {
            throw noEdition();
        }
        Instant date = Fields.instant(head.group(2));
        if (date == null) {
            throw noEdition();
        }
        return new Edition(head.group(1).strip(), date);
    }

    /**
     * @param each told of each score in the order of the file, of each CVE once
     * @throws Refused if it holds no score that can be read
     */
    public static Outcome scores(InputStream in, Consumer<Score> each) throws IOException {
        BufferedReader lines = lines(in);
        firstLines(lines);
        Problems problems = new Problems();
        Set<String> told = new HashSet<>();
        int number = 2;
        for (String line = next(lines); line != null; line = next(lines)) {
            number++;
            if (!line.isBlank()) {
                try {
                    tell(score(line), told, each);
                } catch (EntryBroken broken) {
                    problems.add("line " + number, String.valueOf(broken.getMessage()));
                }
            }
        }
        if (told.isEmpty()) {
            throw Refused.because("The file holds no EPSS score that can be read. Download it again.");
        }
        return new Outcome(told.size(), problems);
    }

    private static void tell(Score score, Set<String> told, Consumer<Score> each) throws EntryBroken {
        if (!told.add(score.cve())) {
            throw EntryBroken.because(score.cve() + " stands in the file twice; the first score counts.");
        }
        if (told.size() > MOST_SCORES) {
            throw Refused.because("The file has more than " + MOST_SCORES + " scores, which is no file of FIRST's.");
        }
        each.accept(score);
    }

    /** @return the first */
    private static String firstLines(BufferedReader lines) throws IOException {
        String head = next(lines);
        String columns = next(lines);
        if (head == null || columns == null || !columns.strip().equals(COLUMNS)) {
            throw noEdition();
        }
        return head.strip();
    }

    private static Refused noEdition() {
        return Refused.because(
                "The file has EPSS scores without model version and date in its first line. Take the file of FIRST as it is downloaded.");
    }

    private static Score score(String line) throws EntryBroken {
        String[] cells = line.split(",", -1);
        if (cells.length != 3) {
            throw EntryBroken.because(Fields.quoted(line) + " is not CVE, score and percentile, separated by commas.");
        }
        return new Score(
                Fields.cve(cells[0]), Fields.probability("epss", cells[1]), Fields.probability("percentile", cells[2]));
    }

    private static BufferedReader lines(InputStream in) throws IOException {
        return new BufferedReader(new InputStreamReader(Bytes.withoutMark(in), StandardCharsets.UTF_8));
    }

    /** As readLine, except that a line without end does not fill the memory. */
    private static @Nullable String next(BufferedReader lines) throws IOException {
        StringBuilder line = new StringBuilder();
        int read = lines.read();
        if (read < 0) {
            return null;
        }
        for (; read >= 0 && read != '\n'; read = lines.read()) {
            if (line.length() < LONGEST_LINE) {
                line.append((char) read);
            }
        }
        return line.toString();
    }
}
