/** The form, the list and the API of findings by people, and their panel on the page of an item. */
@NullMarked
package io.closeout.intake.web.byhand;

import org.jspecify.annotations.NullMarked;
