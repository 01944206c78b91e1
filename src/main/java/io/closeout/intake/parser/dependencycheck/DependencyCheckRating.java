package io.closeout.intake.parser.dependencycheck;

import io.closeout.intake.parser.dependency.SeverityScale;
import io.closeout.shared.Severity;

/** Words of CVSS and of npm's advisories, which Dependency-Check takes over. */
final class DependencyCheckRating {

    static final String SCANNER = "dependency-check";

    static final SeverityScale SCALE = SeverityScale.ofFour()
            .with(Severity.MEDIUM, "moderate")
            .with(Severity.INFO, "info", "none")
            .unrated("unscored", "unknown");

    private DependencyCheckRating() {}
}
