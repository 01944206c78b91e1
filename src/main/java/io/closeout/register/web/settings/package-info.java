/** The administrator's page of company, time zone and system boundaries. */
@NullMarked
package io.closeout.register.web.settings;

import org.jspecify.annotations.NullMarked;
