/** Shows a person what they were told. */
@NullMarked
package io.closeout.notify.web;

import org.jspecify.annotations.NullMarked;
