/**
 * Reports of Snyk: of its program for packages, images and infrastructure as code, and the issues that its web API hands out. What it
 * finds in code it writes as SARIF.
 */
@NullMarked
package io.closeout.intake.parser.snyk;

import org.jspecify.annotations.NullMarked;
