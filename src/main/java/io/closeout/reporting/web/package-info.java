/** The reports page, the calls under {@code /api/exports/}, and the monthly reviews. */
@NullMarked
package io.closeout.reporting.web;

import org.jspecify.annotations.NullMarked;
