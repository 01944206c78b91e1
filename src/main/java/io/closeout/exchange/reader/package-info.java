/**
 * Reads POA&amp;M workbooks in our layout, FedRAMP's and eMASS's, whose columns are found by their headings. It knows no database and no
 * register: it tells what stands in the file, and of every row that is no item, where it stands and why.
 */
@NullMarked
package io.closeout.exchange.reader;

import org.jspecify.annotations.NullMarked;
