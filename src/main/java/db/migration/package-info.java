/** Migrations that need Java. The others are SQL files of the same path. */
@NullMarked
package db.migration;

import org.jspecify.annotations.NullMarked;
