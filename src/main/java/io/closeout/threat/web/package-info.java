/** The page, the API and the panel of what is known of attacks. */
@NullMarked
package io.closeout.threat.web;

import org.jspecify.annotations.NullMarked;
