/**
 * What all formats of images, dependencies and bills of materials share: how such a weakness is identified (ADR 21), rated and put
 * into words. Knows no format; the parsers of each tool fill it.
 */
@NullMarked
package io.closeout.intake.parser.dependency;

import org.jspecify.annotations.NullMarked;
