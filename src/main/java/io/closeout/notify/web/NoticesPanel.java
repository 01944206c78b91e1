package io.closeout.notify.web;

import io.closeout.access.Person;
import io.closeout.notify.Notices;
import io.closeout.notify.Notices.Notice;
import io.closeout.notify.SubjectPage;
import io.closeout.web.HomePanel;
import io.closeout.web.Panel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The newest notices to the person and their groups. */
@Component
class NoticesPanel implements HomePanel {

    private static final int MOST = 8;

    private final Notices notices;

    NoticesPanel(Notices notices) {
        this.notices = notices;
    }

    @Override
    public Column column() {
        return Column.NEEDS_YOU;
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public Optional<Panel> panel(Person viewer) {
        List<Line> lines =
                notices.recentFor(viewer, MOST).stream().map(Line::of).toList();
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new Panel("notify/panel-notices", Map.of("notices", lines)));
    }

    /** @param href page of the notice's subject */
    public record Line(String kind, String text, String href, String dueOn) {

        static Line of(Notice notice) {
            return new Line(
                    notice.kind(),
                    notice.text(),
                    SubjectPage.of(notice.subject()),
                    notice.dueOn().toString());
        }
    }
}
