/** Pages of the register, of an item and its evidence, the panels that both hang into the home page, and their API. */
@NullMarked
package io.closeout.register.web;

import org.jspecify.annotations.NullMarked;
