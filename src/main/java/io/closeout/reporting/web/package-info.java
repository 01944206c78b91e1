/** The reports page and the calls under {@code /api/exports/}. */
@NullMarked
package io.closeout.reporting.web;

import org.jspecify.annotations.NullMarked;
