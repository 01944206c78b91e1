/**
 * Findings of SonarQube and SonarCloud: issues and security hotspots, as the web API lists them or the tool sonar-report gathers them.
 * Bugs and smells of code are kept as information only.
 */
@NullMarked
package io.closeout.intake.parser.sonarqube;

import org.jspecify.annotations.NullMarked;
