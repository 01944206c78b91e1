/** What differs between two versions of a model, for people: lines of its file, rows of its table, elements of its picture. Changes nothing. */
@NullMarked
package io.closeout.workflow.difference;

import org.jspecify.annotations.NullMarked;
