/** The assessment and the CMMC status as pages, panels and API. */
@NullMarked
package io.closeout.assessment.web;

import org.jspecify.annotations.NullMarked;
