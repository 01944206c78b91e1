/** Pages and API of POA&amp;M workbooks that come in. */
@NullMarked
package io.closeout.exchange.web;

import org.jspecify.annotations.NullMarked;
