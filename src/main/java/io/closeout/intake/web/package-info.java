/** Scans as pages and as the API: upload, progress, and what an import changed. It shows and hands on; rules lie in the module. */
@NullMarked
package io.closeout.intake.web;

import org.jspecify.annotations.NullMarked;
