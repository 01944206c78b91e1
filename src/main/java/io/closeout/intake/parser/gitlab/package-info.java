/** Security reports of GitLab, one layout for all kinds of scanners. */
@NullMarked
package io.closeout.intake.parser.gitlab;

import org.jspecify.annotations.NullMarked;
