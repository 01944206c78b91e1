/**
 * The frame around every page: layout, navigation, home page, error pages and problem documents, the security filter
 * chains, and the pages about people, tokens and set-up. Modules hang their own panels into the home page
 * ({@link io.closeout.web.HomePanel}) and the item page ({@link io.closeout.web.ItemPanel}). It knows no POA&amp;M item
 * and holds no rule.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "access"})
package io.closeout.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
