package io.closeout.intake;

import io.closeout.access.Actor;
import io.closeout.access.Organization;
import io.closeout.access.WebAddress;
import io.closeout.intake.ScanIntake.Upload;
import io.closeout.intake.inspect.ScanCheck;
import io.closeout.intake.parser.ScanUnreadable;
import io.closeout.intake.tables.OwnTables;
import io.closeout.register.Scopes;
import io.closeout.register.Scopes.Scope;
import io.closeout.shared.DropFolder;
import io.closeout.shared.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Imports scans that somebody, or a scanner, drops into a folder: the inbox itself where there is one scope, a folder of it named as the
 * id of its scope where there are several. A file is read before it is handed in, so that one that cannot be read lies among the
 * refused with the reason beside it.
 */
@Component
@ConditionalOnExpression("!'${closeout.intake.inbox:}'.isBlank()")
class ScanFolder {

    private static final Logger log = LoggerFactory.getLogger(ScanFolder.class);

    private static final Actor FOLDER = Actor.system("folder");

    private final ScanIntake intake;
    private final Scopes scopes;
    private final Organization organization;
    private final IntakeSettings settings;
    private final Clock clock;
    private final OwnTables tables;
    private final WebAddress web;

    ScanFolder(
            ScanIntake intake,
            Scopes scopes,
            Organization organization,
            IntakeSettings settings,
            Clock clock,
            OwnTables tables,
            WebAddress web) {
        this.tables = tables;
        this.web = web;
        this.intake = intake;
        this.scopes = scopes;
        this.organization = organization;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "10s", fixedDelayString = "${closeout.intake.look-every:1m}")
    void look() {
        if (!organization.isSetUp()) {
            return;
        }
        Path inbox = Path.of(settings.inbox());
        List<Scope> all = scopes.all();
        try {
            if (all.size() == 1) {
                new DropFolder(inbox, clock).look((file, name) -> take(file, name, all.get(0)));
            } else {
                new DropFolder(inbox, clock).look((file, name) -> refuse(all));
            }
            for (Scope scope : all) {
                Path own = inbox.resolve(scope.id());
                if (all.size() > 1 || Files.isDirectory(own)) {
                    new DropFolder(own, clock).look((file, name) -> take(file, name, scope));
                }
            }
        } catch (UncheckedIOException unusable) {
            log.error("{}. Correct closeout.intake.inbox, or let the program write there", unusable.getMessage());
        }
    }

    private void take(Path file, String name, Scope scope) throws IOException {
        mustBeReadable(file, name);
        try (InputStream content = Files.newInputStream(file)) {
            long scan = intake.receive(new Upload(name, scope.id(), null, null, false), content, FOLDER);
            log.info("{} from {} is scan {}", name, settings.inbox(), scan);
        }
    }

    private void mustBeReadable(Path file, String name) throws IOException {
        try {
            ScanCheck.mustBeReadable(file, name, tables.registry());
        } catch (ScanUnreadable unreadable) {
            throw unreadable.asksForColumns()
                    ? Refused.because(
                            unreadable.why() + " Hand it in once at " + web.text()
                                    + "/scans/new, where the ISSM can say what they mean; files like it are then read from this folder as well.")
                    : unreadable;
        }
    }

    private static void refuse(List<Scope> all) {
        throw Refused.because("There are several scopes. Drop the file into the folder of its scope, one of: "
                + all.stream().map(Scope::id).collect(Collectors.joining(", ")) + ".");
    }
}
