package io.closeout.reporting.excel;

import org.apache.poi.ss.usermodel.Footer;
import org.apache.poi.ss.usermodel.Header;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Sheet;

/** How a sheet comes out of a printer. */
final class PageSetup {

    private static final double MARGIN_INCHES = 0.4;
    private static final double MARGIN_WITH_LINE_INCHES = 0.65;

    private PageSetup() {}

    /** @param paper one of {@link PrintSetup}'s sizes */
    static void apply(Sheet sheet, short paper, boolean landscape, String heading) {
        PrintSetup print = sheet.getPrintSetup();
        print.setPaperSize(paper);
        print.setLandscape(landscape);
        sheet.setFitToPage(true);
        print.setFitWidth((short) 1);
        print.setFitHeight((short) 0);
        sheet.setMargin(PageMargin.LEFT, MARGIN_INCHES);
        sheet.setMargin(PageMargin.RIGHT, MARGIN_INCHES);
        sheet.setMargin(PageMargin.TOP, MARGIN_WITH_LINE_INCHES);
        sheet.setMargin(PageMargin.BOTTOM, MARGIN_WITH_LINE_INCHES);
        Header header = sheet.getHeader();
        // an ampersand begins a code such as &P
        header.setLeft(heading.replace("&", "&&"));
        header.setRight("&A");
        Footer footer = sheet.getFooter();
        footer.setLeft("Plan of action and milestones");
        footer.setRight("Page &P of &N");
    }
}
