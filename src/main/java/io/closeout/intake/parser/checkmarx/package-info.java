/**
 * Reports of Checkmarx: CxSAST and what CxFlow makes of it, the analysis of open source (OSA), and Checkmarx One. A query is known by its
 * name, which all of them share; the numbers differ from product to product.
 */
@NullMarked
package io.closeout.intake.parser.checkmarx;

import org.jspecify.annotations.NullMarked;
